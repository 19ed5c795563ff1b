/** What was to be decided with others and was left as it is, item by item, with the reason. */
"use client";

import { Alert, Anchor } from "@mantine/core";
import classes from "./SkippedList.module.css";
import type { Skipped } from "./useDecisions";

interface Props {
  skipped: readonly Skipped[];
  onOpen: (reviewId: string) => void;
  onClose: () => void;
}

export function SkippedList({ skipped, onOpen, onClose }: Props) {
  if (skipped.length === 0) return null;
  const title =
    skipped.length === 1 ? "One was left as it is" : `${skipped.length} were left as they are; the others are decided`;
  return (
    <Alert title={title} color="yellow" withCloseButton closeButtonLabel="Close the list" onClose={onClose}>
      <ul className={classes.list}>
        {skipped.map(({ entry, reason }) => (
          <li key={entry.id}>
            <Anchor component="button" size="sm" onClick={() => onOpen(entry.id)}>
              {entry.author?.name ?? "Someone who left"}: “{entry.excerpt}”
            </Anchor>
            <p className={classes.reason}>{reason}</p>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
