/** The queue at the desk's side: filters with counts, and the entries, the most pressing first. */
"use client";

import { NativeSelect, SegmentedControl, Text, UnstyledButton } from "@mantine/core";
import Link from "next/link";
import { When } from "@/components/shell/When";
import { type ReasonCode, reasonCodes } from "@/lib/moderation/reasons";
import type { QueueEntry } from "@/lib/moderation/schema";
import { memberRecordPlace } from "@/lib/places";
import classes from "./QueueList.module.css";
import type { DeskState, Show } from "./useDesk";
import { detectionNames, reasonNames } from "./words";

const decided = { approved: "Found all right", rejected: "Restricted", ignored: "Left as it is" } as const;
const isDecided = (show: Show): show is keyof typeof decided => show in decided;

export function QueueList({ desk }: { desk: DeskState }) {
  const { entries, memberAppeals, workspaceId, counts, show, reason, current, choose, filter } = desk;
  return (
    <nav className={classes.queue} aria-label="Queue">
      <div className={classes.filters}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label="Which items"
          value={isDecided(show) ? "approved" : show}
          onChange={(value) => filter(value as Show, reason)}
          data={[
            { value: "pending", label: `Waiting ${counts.pending}` },
            { value: "appeals", label: `Appeals ${counts.appeals}` },
            { value: "approved", label: "Decided" },
          ]}
        />
        {isDecided(show) && (
          <NativeSelect
            size="xs"
            aria-label="Decided how"
            value={show}
            onChange={({ currentTarget }) => filter(currentTarget.value as Show, reason)}
            data={Object.entries(decided).map(([value, label]) => ({ value, label }))}
          />
        )}
        <NativeSelect
          size="xs"
          aria-label="Flagged as"
          value={reason ?? ""}
          onChange={({ currentTarget }) => filter(show, (currentTarget.value || null) as ReasonCode | null)}
          data={[
            { value: "", label: "Flagged as anything" },
            ...reasonCodes.map((code) => ({ value: code, label: reasonNames[code] })),
          ]}
        />
      </div>
      {show === "appeals" && memberAppeals.length > 0 && (
        <ul className={classes.members} aria-label="Appeals of members">
          {memberAppeals.map(({ userId, name }) => (
            <li key={userId}>
              <Link href={memberRecordPlace(workspaceId, userId)}>{name} appeals a decision about them</Link>
            </li>
          ))}
        </ul>
      )}
      {entries.length === 0 && (show !== "appeals" || memberAppeals.length === 0) ? (
        <Text size="sm" c="dimmed" className={classes.none}>
          {noneWords(show, reason)}
        </Text>
      ) : (
        <ol className={classes.entries}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <UnstyledButton
                className={classes.entry}
                aria-current={entry.id === current ? "true" : undefined}
                onClick={() => choose(entry.id)}
              >
                <Entry entry={entry} />
              </UnstyledButton>
            </li>
          ))}
        </ol>
      )}
    </nav>
  );
}

function Entry({ entry }: { entry: QueueEntry }) {
  const { author, excerpt, reasons, flags, detected, openedAt, hasOpenAppeal, claimedBy, contentState } = entry;
  return (
    <>
      <span className={classes.byline}>
        <b>{author?.name ?? "Someone who left"}</b>
        <When at={Date.parse(openedAt)} className={classes.when} />
      </span>
      <span className={classes.excerpt}>{excerpt}</span>
      <span className={classes.facts}>
        {hasOpenAppeal && <span data-strong>Appeal</span>}
        {flags > 0 && <span>{flags === 1 ? "1 flag" : `${flags} flags`}</span>}
        {reasons.map((code) => (
          <span key={code}>{reasonNames[code]}</span>
        ))}
        {detected.map((kind) => (
          <span key={kind}>{detectionNames[kind]}</span>
        ))}
        {contentState === "pending" && <span>Held</span>}
        {contentState === "hidden" && <span>Hidden</span>}
        {claimedBy && <span data-strong>{claimedBy.name} is on it</span>}
      </span>
    </>
  );
}

function noneWords(show: Show, reason: ReasonCode | null): string {
  if (reason !== null) return "Nothing here was flagged as that.";
  if (show === "pending") return "Nothing waits. What members flag comes here.";
  if (show === "appeals") return "No appeal waits.";
  return "Nothing was decided like this yet.";
}
