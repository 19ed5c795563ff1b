/** On a highlight's card: a revision moved it, and somebody may say that its place is right. */
"use client";

import { Button } from "@mantine/core";
import classes from "./MovedNote.module.css";

interface Props {
  /** Where it is told what changed. */
  changes: string;
  /** Says that the place is right; undefined for whom it isn't theirs to say. */
  onConfirm?: () => void;
}

export function MovedNote({ changes, onConfirm }: Props) {
  return (
    <p className={classes.note}>
      Moved by a revision: its words or their surroundings changed. <a href={changes}>What changed</a>
      {onConfirm && (
        <Button size="compact-xs" variant="subtle" onClick={onConfirm}>
          Its place is right
        </Button>
      )}
    </p>
  );
}
