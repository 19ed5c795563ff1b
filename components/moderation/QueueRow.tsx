/** One entry of the queue at the desk's side: who wrote it, how it begins, why it is here, who else looks at it. */
"use client";

import { Checkbox, UnstyledButton } from "@mantine/core";
import { useEffect, useRef } from "react";
import { When } from "@/components/shell/When";
import type { QueueEntry } from "@/lib/moderation/schema";
import classes from "./QueueList.module.css";
import type { Selection } from "./useSelection";
import { detectionNames, kindNames, reasonNames } from "./words";

interface Props {
  entry: QueueEntry;
  isCurrent: boolean;
  /** Null where nothing is to be decided. */
  selection: Selection | null;
  onChoose: () => void;
}

export function QueueRow({ entry, isCurrent, selection, onChoose }: Props) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  const { id, kind, author, excerpt, openedAt, status } = entry;
  const name = author?.name ?? "Someone who left";
  const isDecided = selection !== null && status !== "pending";
  return (
    <li ref={row} className={classes.row} data-current={isCurrent || undefined} data-decided={isDecided || undefined}>
      {selection && (
        <Checkbox
          size="xs"
          className={classes.select}
          aria-label={`Select the ${kind} by ${name}: ${excerpt}`}
          disabled={isDecided}
          checked={selection.has(id)}
          onChange={() => selection.toggle(id)}
          onClick={(event) => {
            if (!event.shiftKey) return;
            event.preventDefault();
            selection.extendTo(id);
          }}
        />
      )}
      <UnstyledButton
        className={classes.entry}
        aria-current={isCurrent ? "true" : undefined}
        onClick={(event) => (event.shiftKey && selection && !isDecided ? selection.extendTo(id) : onChoose())}
      >
        <span className={classes.byline}>
          <b>{name}</b>
          <When at={Date.parse(openedAt)} className={classes.when} />
        </span>
        <span className={classes.excerpt}>{excerpt}</span>
        <Facts entry={entry} isDecided={isDecided} />
      </UnstyledButton>
    </li>
  );
}

function Facts({ entry, isDecided }: { entry: QueueEntry; isDecided: boolean }) {
  const { kind, reasons, flags, detected, hasOpenAppeal, claimedBy, contentState } = entry;
  return (
    <span className={classes.facts}>
      {isDecided && <span data-strong>Decided meanwhile</span>}
      {hasOpenAppeal && <span data-strong>Appeal</span>}
      {kind !== "comment" && <span>{kindNames[kind]}</span>}
      {flags > 0 && <span>{flags === 1 ? "1 flag" : `${flags} flags`}</span>}
      {reasons.map((code) => (
        <span key={code}>{reasonNames[code]}</span>
      ))}
      {detected.map((found) => (
        <span key={found}>{detectionNames[found]}</span>
      ))}
      {contentState === "pending" && <span>Held</span>}
      {contentState === "hidden" && <span>Hidden</span>}
      {claimedBy && <span data-strong>{claimedBy.name} is looking at this</span>}
    </span>
  );
}
