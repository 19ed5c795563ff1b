/** The queue at the desk's side: filters with counts, and the entries, the most pressing first. */
"use client";

import { Button, Checkbox, NativeSelect, SegmentedControl, Text } from "@mantine/core";
import Link from "next/link";
import { type ReasonCode, reasonCodes } from "@/lib/moderation/reasons";
import { memberRecordPlace } from "@/lib/places";
import classes from "./QueueList.module.css";
import { QueueRow } from "./QueueRow";
import type { DeskState } from "./useDesk";
import type { Show } from "./useQueue";
import { reasonNames } from "./words";

const decided = { approved: "Found all right", rejected: "Restricted", ignored: "Left as it is" } as const;
const isDecided = (show: Show): show is keyof typeof decided => show in decided;

export function QueueList({ desk }: { desk: DeskState }) {
  const { entries, memberAppeals, workspaceId, counts, show, reason, current, selection, arrivals } = desk;
  const { choose, filter, settle } = desk;
  const canSelect = show === "pending" && entries.length > 0;
  const selected = selection.selected.length;
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
        {canSelect && (
          <Checkbox
            size="xs"
            label={selected > 0 ? `${selected} selected` : "Select all that are shown"}
            aria-keyshortcuts="Shift+X"
            checked={selected > 0 && selected === entries.length}
            indeterminate={selected > 0 && selected < entries.length}
            onChange={selection.toggleAll}
          />
        )}
      </div>
      <div role="status" className={classes.arrivals}>
        {arrivals > 0 && (
          <Button size="compact-sm" radius="xl" aria-keyshortcuts="n" onClick={() => void settle()}>
            {arrivals === 1 ? "1 came meanwhile" : `${arrivals} came meanwhile`}. Show
          </Button>
        )}
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
            <QueueRow
              key={entry.id}
              entry={entry}
              isCurrent={entry.id === current}
              selection={show === "pending" ? selection : null}
              onChoose={() => choose(entry.id)}
            />
          ))}
          {show === "pending" && counts.pending > entries.length && (
            <Text component="li" size="xs" c="dimmed" p="sm">
              The {entries.length} most pressing of {counts.pending}. The others come as these are decided.
            </Text>
          )}
        </ol>
      )}
    </nav>
  );
}

function noneWords(show: Show, reason: ReasonCode | null): string {
  if (reason !== null) return "Nothing here was flagged as that.";
  if (show === "pending") return "Nothing waits. What members flag comes here.";
  if (show === "appeals") return "No appeal waits.";
  return "Nothing was decided like this yet.";
}
