/** The moderators' desk: the queue, the item at hand in its context, and what can be decided, by keyboard alone if one likes. */
"use client";

import { Kbd, Loader, Text, Title } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { Problem } from "@/components/shell/Problem";
import { AppError } from "@/lib/errors";
import type { SavedReply } from "@/lib/moderation/saved-reply.schema";
import type { Rule } from "@/lib/moderation/schema";
import { BulkDecision } from "./BulkDecision";
import classes from "./Desk.module.css";
import { ItemDecision } from "./ItemDecision";
import { ModerationLinks } from "./ModerationLinks";
import { QueueList } from "./QueueList";
import { ReviewItem } from "./ReviewItem";
import { SkippedList } from "./SkippedList";
import { useDecisions } from "./useDecisions";
import { useDesk } from "./useDesk";
import type { Queue } from "./useQueue";

interface Props {
  workspaceId: string;
  meId: string;
  rules: readonly Rule[];
  replies: readonly SavedReply[];
  queue: Queue;
  /** The item that the address names. */
  opened: string | null;
}

export function Desk({ workspaceId, meId, rules, replies, queue, opened }: Props) {
  const desk = useDesk({ workspaceId, meId, queue, opened });
  const decisions = useDecisions(desk);
  const { review, item, current, selection, go } = desk;
  useHotkeys([
    ["j", () => go(1)],
    ["k", () => go(-1)],
    ["x", () => desk.toggleCurrent()],
    ["shift+x", () => selection.toggleAll()],
    ["n", () => void desk.settle()],
    ["z", () => void decisions.undo()],
  ]);
  const isSeveral = selection.selected.length > 0;
  return (
    <main id="main" className={classes.desk}>
      <header className={classes.head}>
        <Title order={1} size="h3">
          Moderation
        </Title>
        <ModerationLinks workspaceId={workspaceId} here="Desk" />
        <Text size="xs" c="dimmed" className={classes.keys}>
          <Kbd size="xs">J</Kbd> next · <Kbd size="xs">K</Kbd> back · <Kbd size="xs">X</Kbd> select ·{" "}
          <Kbd size="xs">Z</Kbd> undo, for ten seconds
        </Text>
      </header>
      <QueueList desk={desk} />
      <section className={classes.place} aria-label="The item at hand">
        {desk.ended !== null && <Problem>{desk.ended}</Problem>}
        {desk.query.isError && <Problem>{wordsOf(desk.query.error)}</Problem>}
        <SkippedList skipped={decisions.skipped} onOpen={desk.choose} onClose={decisions.forgetSkipped} />
        {current === null && !desk.query.isPlaceholderData && <Nothing />}
        {current !== null && !item && review.isError && <Problem>{wordsOf(review.error)}</Problem>}
        {current !== null && !item && !review.isError && <Loader size="sm" aria-label="Loading the item" />}
        {item && <ReviewItem review={item} workspaceId={workspaceId} meId={meId} />}
        {(isSeveral || item) && (
          <div className={classes.decide}>
            {isSeveral ? (
              <BulkDecision
                selected={desk.entries.filter(({ id }) => selection.has(id))}
                rules={rules}
                replies={replies}
                decisions={decisions}
                onClear={selection.clear}
              />
            ) : (
              item && (
                <ItemDecision
                  key={`${item.id} ${item.version}`}
                  item={item}
                  rules={rules}
                  replies={replies}
                  decisions={decisions}
                  refresh={desk.refresh}
                />
              )
            )}
          </div>
        )}
      </section>
    </main>
  );
}

function Nothing() {
  return (
    <Text c="dimmed">
      Nothing to decide. When members flag a comment, a note or a rebuttal it comes here; you can also open one where it
      stands, with “Moderate”.
    </Text>
  );
}

const wordsOf = (error: Error) =>
  error instanceof AppError ? error.message : "The queue could not be read. It is tried again in a moment.";
