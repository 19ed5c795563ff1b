/** A row of people as overlapping avatars, each with their name. */
"use client";

import { Avatar, Tooltip, VisuallyHidden } from "@mantine/core";
import { PersonAvatar } from "@/components/shell/PersonAvatar";
import classes from "./People.module.css";

interface Props {
  people: readonly { id: string; name: string; color: string }[];
  /** What the row is to someone who can't see it: "Here now", "Contributors". */
  label: string;
  /** How many to draw before "+2". */
  limit?: number;
  /** In pixels. */
  size?: number;
}

export function People({ people, label, limit = 5, size = 28 }: Props) {
  if (people.length === 0) return null;
  const shown = people.length > limit ? people.slice(0, limit - 1) : people;
  const rest = people.slice(shown.length);
  return (
    <ul className={classes.people} aria-label={label}>
      {shown.map((person) => (
        <li key={person.id}>
          <Tooltip label={person.name}>
            <span className={classes.person}>
              <PersonAvatar person={person} size={size} />
              <VisuallyHidden>{person.name}</VisuallyHidden>
            </span>
          </Tooltip>
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <Tooltip label={rest.map(({ name }) => name).join(", ")}>
            <Avatar className={classes.person} size={size} radius="xl" color="gray">
              +{rest.length}
            </Avatar>
          </Tooltip>
        </li>
      )}
    </ul>
  );
}
