/** A dot in a person's colour with their initials: where they are in the article. */
import type { CSSProperties } from "react";
import { initials } from "@/components/shell/initials";
import type { RoomPerson } from "@/lib/highlights/room-highlight";
import classes from "./PersonMark.module.css";

interface Props {
  person: RoomPerson;
  /** What it says to someone who can't see it; empty where the name stands beside it. */
  words: string;
}

export function PersonMark({ person, words }: Props) {
  return (
    <span
      {...(words === "" ? { "aria-hidden": true } : { role: "img", "aria-label": words, title: words })}
      className={classes.mark}
      style={{ "--person": person.color } as CSSProperties}
    >
      <span aria-hidden>{initials(person.name)}</span>
    </span>
  );
}
