/** Who else is in the room; choosing someone follows them. */
"use client";

import { Button, Menu, UnstyledButton } from "@mantine/core";
import { IconEye, IconEyeOff } from "@tabler/icons-react";
import type { Participant } from "@/lib/highlights/presence";
import type { RoomPerson } from "@/lib/highlights/room-highlight";
import classes from "./PeopleHere.module.css";
import { PersonMark } from "./PersonMark";

interface Props {
  participants: readonly Participant[];
  followed: RoomPerson | null;
  onFollow(userId: string | null): void;
}

/** How many marks are drawn before "+2". */
const limit = 4;

export function PeopleHere({ participants, followed, onFollow }: Props) {
  if (participants.length === 0) return null;
  const drawn = participants.length > limit ? participants.slice(0, limit - 1) : participants;
  const rest = participants.length - drawn.length;
  return (
    <>
      {followed && (
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<IconEyeOff size={14} />}
          className={classes.following}
          onClick={() => onFollow(null)}
        >
          Stop following {followed.name}
        </Button>
      )}
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <UnstyledButton
            className={classes.people}
            aria-label={`Here now: ${participants.map(({ person }) => person.name).join(", ")}`}
          >
            {drawn.map(({ person }) => (
              <PersonMark key={person.id} person={person} words="" />
            ))}
            {rest > 0 && <span className={classes.rest}>+{rest}</span>}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Here now</Menu.Label>
          {participants.map(({ person }) => {
            const isFollowed = person.id === followed?.id;
            return (
              <Menu.Item
                key={person.id}
                leftSection={<PersonMark person={person} words="" />}
                rightSection={isFollowed ? <IconEyeOff size={15} /> : <IconEye size={15} />}
                onClick={() => onFollow(isFollowed ? null : person.id)}
              >
                {isFollowed ? `Stop following ${person.name}` : `Follow ${person.name}`}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
