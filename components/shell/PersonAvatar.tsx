/** A person's initials on their colour. Their name always stands beside it, so it is silent for screen readers. */
"use client";

import { Avatar } from "@mantine/core";
import { initials } from "./initials";

interface Props {
  person: { name: string; color: string };
  /** In pixels. */
  size?: number;
}

export function PersonAvatar({ person, size = 32 }: Props) {
  return (
    <Avatar size={size} radius="xl" color={person.color} variant="filled" aria-hidden>
      {initials(person.name)}
    </Avatar>
  );
}
