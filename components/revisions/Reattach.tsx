/** While somebody selects a new passage for a highlight: what it stood on, and the word that puts it there. */
"use client";

import { Button } from "@mantine/core";
import type { UnplacedHighlight } from "@/lib/highlights/room-highlight";
import classes from "./Reattach.module.css";

interface Props {
  highlight: UnplacedHighlight;
  /** Whether a passage is selected. */
  isChosen: boolean;
  onAttach(): void;
  onLeave(): void;
}

export function Reattach({ highlight, isChosen, onAttach, onLeave }: Props) {
  return (
    <section className={classes.strip} aria-label="Select a new place">
      <p className={classes.words} role="status">
        Select the passage where this belongs now: <q>{highlight.exact}</q>
      </p>
      <div className={classes.actions}>
        {/* The selection must survive the click. */}
        <Button
          size="compact-sm"
          disabled={!isChosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onAttach}
        >
          Attach here
        </Button>
        <Button size="compact-sm" variant="default" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
