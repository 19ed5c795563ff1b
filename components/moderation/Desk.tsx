/** The moderators' desk: the queue, the item at hand in its context, and what can be decided, by keyboard alone if one likes. */
"use client";

import { Anchor, Kbd, Loader, Text, Title } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import Link from "next/link";
import { useState } from "react";
import { Problem } from "@/components/shell/Problem";
import { AppError } from "@/lib/errors";
import type { Review, Rule } from "@/lib/moderation/schema";
import { moderationLogPlace, moderationRulesPlace, rulesPlace } from "@/lib/places";
import { AppealDecision } from "./AppealDecision";
import { DecisionBar } from "./DecisionBar";
import classes from "./Desk.module.css";
import { PurgeButton } from "./PurgeButton";
import { QueueList } from "./QueueList";
import { RestrictionForm } from "./RestrictionForm";
import { ReviewItem } from "./ReviewItem";
import { useDecisions } from "./useDecisions";
import { type Queue, useDesk } from "./useDesk";

interface Props {
  workspaceId: string;
  meId: string;
  rules: readonly Rule[];
  queue: Queue;
  /** The item that the address names. */
  opened: string | null;
}

export function Desk({ workspaceId, meId, rules, queue, opened }: Props) {
  const desk = useDesk(workspaceId, queue, opened);
  const decisions = useDecisions(desk);
  const { review, current, go } = desk;
  useHotkeys([
    ["j", () => go(1)],
    ["k", () => go(-1)],
    ["z", () => void decisions.undo()],
  ]);
  const item = review.data?.id === current ? review.data : undefined;
  return (
    <main id="main" className={classes.desk}>
      <header className={classes.head}>
        <Title order={1} size="h3">
          Moderation
        </Title>
        <Text size="sm" className={classes.links}>
          <Anchor component={Link} href={rulesPlace(workspaceId)}>
            Rules
          </Anchor>
          <Anchor component={Link} href={moderationRulesPlace(workspaceId)}>
            Watched words
          </Anchor>
          <Anchor component={Link} href={moderationLogPlace(workspaceId)}>
            Log
          </Anchor>
        </Text>
        <Text size="xs" c="dimmed" className={classes.keys}>
          <Kbd size="xs">J</Kbd> next · <Kbd size="xs">K</Kbd> back · <Kbd size="xs">Z</Kbd> undo, for ten seconds
        </Text>
      </header>
      <QueueList desk={desk} />
      <section className={classes.place} aria-label="The item at hand">
        {desk.queue.isError && <Problem>{wordsOf(desk.queue.error)}</Problem>}
        {current === null && <Nothing />}
        {current !== null && !item && review.isError && <Problem>{wordsOf(review.error)}</Problem>}
        {current !== null && !item && !review.isError && <Loader size="sm" aria-label="Loading the item" />}
        {item && (
          <>
            <ReviewItem review={item} workspaceId={workspaceId} meId={meId} />
            <Decide
              key={`${item.id} ${item.version}`}
              item={item}
              rules={rules}
              decisions={decisions}
              refresh={desk.refresh}
            />
          </>
        )}
      </section>
    </main>
  );
}

interface DecideProps {
  item: Review;
  rules: readonly Rule[];
  decisions: ReturnType<typeof useDecisions>;
  refresh: () => Promise<void>;
}

function Decide({ item, rules, decisions: { decide, answer, isBusy }, refresh }: DecideProps) {
  const [measure, setMeasure] = useState<"hide" | "remove" | null>(null);
  const appeal = item.decisions.find((decision) => decision.appeal?.status === "pending")?.appeal;
  return (
    <div className={classes.decide}>
      {appeal ? (
        <AppealDecision
          text={appeal.text}
          conflict={item.appealConflict}
          isBusy={isBusy}
          onDecide={(outcome, reply) => void answer(appeal.id, outcome, reply)}
        />
      ) : measure ? (
        <RestrictionForm
          measure={measure}
          rules={rules}
          suggested={item.reasons[0] ?? "other"}
          isBusy={isBusy}
          onDecide={(choice) => void decide(item, choice)}
          onCancel={() => setMeasure(null)}
        />
      ) : (
        <DecisionBar
          conflict={item.conflict}
          isPending={item.status === "pending"}
          isBusy={isBusy}
          onApprove={() => void decide(item, { measure: "approve" })}
          onIgnore={() => void decide(item, { measure: "ignore" })}
          onRestrict={setMeasure}
        />
      )}
      {item.mayPurge && <PurgeButton target={item.target} onPurged={refresh} />}
    </div>
  );
}

function Nothing() {
  return (
    <Text c="dimmed">
      Nothing to decide. When members flag a comment it comes here; you can also open one from its thread with
      “Moderate”.
    </Text>
  );
}

const wordsOf = (error: Error) =>
  error instanceof AppError ? error.message : "The queue could not be read. It is tried again in a moment.";
