/** The people who write a rebuttal; those who may, add and take off others. */
"use client";

import { ActionIcon, Popover, Select, Text } from "@mantine/core";
import { IconUserPlus, IconX } from "@tabler/icons-react";
import { People } from "@/components/live/People";
import { PersonAvatar } from "@/components/shell/PersonAvatar";
import { call } from "@/lib/http/call";
import { addContributor, type Rebuttal, type RebuttalPerson, removeContributor } from "@/lib/rebuttal/endpoints";
import classes from "./Contributors.module.css";
import { useRebuttalChange } from "./queries";

interface Props {
  rebuttal: Rebuttal;
  /** Members of the workspace who may be contributors. */
  candidates: readonly RebuttalPerson[];
  manages: boolean;
}

export function Contributors({ rebuttal: { id, contributors }, candidates, manages }: Props) {
  const change = useRebuttalChange(id, ({ userId, joins }: { userId: string; joins: boolean }) =>
    call(joins ? addContributor : removeContributor, { params: { rebuttalId: id, userId } }),
  );
  const people = <People people={contributors} label="Contributors" size={26} limit={4} />;
  if (!manages) return people;

  const others = candidates.filter(({ id }) => contributors.every((contributor) => contributor.id !== id));
  return (
    <div className={classes.contributors}>
      <div className={classes.shown}>{people}</div>
      <Popover position="bottom-end" width={270} shadow="md" trapFocus>
        <Popover.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Change contributors">
            <IconUserPlus size={18} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown>
          <Text size="sm" fw={600}>
            Contributors
          </Text>
          <ul className={classes.list}>
            {contributors.map(({ id, name, color }) => (
              <li key={id} className={classes.person}>
                <PersonAvatar person={{ name, color }} size={24} />
                {name}
                {contributors.length > 1 && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    disabled={change.isPending}
                    onClick={() => change.mutate({ userId: id, joins: false })}
                    aria-label={`Take ${name} off`}
                  >
                    <IconX size={14} aria-hidden />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
          <Select
            aria-label="Add a contributor"
            placeholder={others.length > 0 ? "Add someone" : "Everybody who may write is here"}
            disabled={others.length === 0 || change.isPending}
            searchable
            value={null}
            data={others.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(userId) => userId && change.mutate({ userId, joins: true })}
            comboboxProps={{ withinPortal: false }}
          />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
