/** How far the look at a source is, and a way to stop it. */
"use client";

import { Progress as Bar, Button } from "@mantine/core";
import type { Progress } from "@/lib/http/progress";
import classes from "./ImportProgress.module.css";

/** What people read for the steps. */
const stepWords: Record<string, string> = {
  sending: "Sending the file",
  waiting: "Waiting for another import to end",
  fetching: "Fetching the page",
  reading: "Reading",
  judging: "Sorting out what belongs to the article",
};

interface Props {
  progress: Progress;
  onCancel: () => void;
}

export function ImportProgress({ progress: { step, done }, onCancel }: Props) {
  const words = stepWords[step] ?? "Working";
  return (
    <div className={classes.progress}>
      <p role="status">{words}…</p>
      <Bar
        className={classes.bar}
        value={done === null ? 100 : done * 100}
        animated={done === null}
        size="sm"
        aria-label={words}
      />
      <Button variant="default" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
