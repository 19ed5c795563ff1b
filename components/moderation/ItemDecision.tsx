/** What can be decided about the item at hand: the item itself, or the appeal that waits. */
"use client";

import { useState } from "react";
import type { SavedReply } from "@/lib/moderation/saved-reply.schema";
import type { Review, Rule } from "@/lib/moderation/schema";
import { AppealDecision } from "./AppealDecision";
import { DecisionBar, type Opening } from "./DecisionBar";
import { PurgeButton } from "./PurgeButton";
import { RestrictionForm } from "./RestrictionForm";
import type { Decisions } from "./useDecisions";

interface Props {
  item: Review;
  rules: readonly Rule[];
  replies: readonly SavedReply[];
  decisions: Decisions;
  refresh: () => Promise<void>;
}

export function ItemDecision({ item, rules, replies, decisions: { decide, answer, isBusy }, refresh }: Props) {
  const [opening, setOpening] = useState<Opening | null>(null);
  const appeal = item.decisions.find((decision) => decision.appeal?.status === "pending")?.appeal;
  return (
    <>
      {appeal ? (
        <AppealDecision
          text={appeal.text}
          conflict={item.appealConflict}
          isBusy={isBusy}
          onDecide={(outcome, reply) => void answer(item.id, appeal.id, outcome, reply)}
        />
      ) : opening ? (
        <RestrictionForm
          opening={opening}
          count={1}
          rules={rules}
          replies={replies}
          suggested={item.reasons[0] ?? "other"}
          isBusy={isBusy}
          onDecide={(choice) => void decide(item, choice)}
          onCancel={() => setOpening(null)}
        />
      ) : (
        <DecisionBar
          conflict={item.conflict}
          isPending={item.status === "pending"}
          hasReplies={replies.length > 0}
          isBusy={isBusy}
          onDecide={(measure) => void decide(item, { measure })}
          onRestrict={setOpening}
        />
      )}
      {item.mayPurge && <PurgeButton target={item.target} onPurged={refresh} />}
    </>
  );
}
