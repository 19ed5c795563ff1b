/** What a moderator does at the desk: decide, one or many, go on to the next, and take the last decision back for ten seconds. */
"use client";

import { useRef, useState } from "react";
import { toastDone, toastError } from "@/components/shell/toast";
import { AppError } from "@/lib/errors";
import { call } from "@/lib/http/call";
import { decideReviews, undoDecisions } from "@/lib/moderation/desk-endpoints";
import { decideAppeal, decideReview } from "@/lib/moderation/endpoints";
import type { Choice, QueueEntry, Review } from "@/lib/moderation/schema";
import type { DeskState } from "./useDesk";
import { itemsInWords, measureDone } from "./words";

/** What was to be decided with others and was left as it is. */
export interface Skipped {
  entry: QueueEntry;
  reason: string;
}

export function useDecisions({ workspaceId, entries, selection, leave, settle, choose }: DeskState) {
  const last = useRef<{ decisionIds: string[]; reviewId: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [skipped, setSkipped] = useState<readonly Skipped[]>([]);

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      toastError(error);
    }
    await settle();
    setBusy(false);
  };

  const undo = async () => {
    const decision = last.current;
    if (!decision) return;
    last.current = null;
    await run(async () => {
      const { decisionIds, reviewId } = decision;
      const undone = await call(undoDecisions, { params: { workspaceId }, body: { decisionIds } });
      const [refused] = undone.skipped;
      if (refused) throw new AppError("conflict", refused.reason);
      choose(reviewId);
      toastDone(
        decisionIds.length === 1
          ? "Taken back. It waits again, and nobody was told."
          : "Taken back. They wait again, and nobody was told.",
      );
    });
  };

  const decide = (review: Review, choice: Choice) =>
    run(async () => {
      const { decisionId } = await call(decideReview, {
        params: { reviewId: review.id },
        body: { version: review.version, choice },
      });
      last.current = { decisionIds: [decisionId], reviewId: review.id };
      leave([review.id]);
      const whose = review.author ? `The ${review.kind} by ${review.author.name}` : `The ${review.kind}`;
      toastDone(`${whose} was ${measureDone[choice.measure]}.`, () => void undo());
    });

  const decideSelected = (choice: Choice) =>
    run(async () => {
      const chosen = entries.filter(({ id }) => selection.has(id));
      const items = chosen.map(({ id, version }) => ({ reviewId: id, version }));
      const result = await call(decideReviews, { params: { workspaceId }, body: { items, choice } });
      const { decided } = result;
      selection.clear();
      setSkipped(
        result.skipped.flatMap(({ reviewId, reason }) => {
          const entry = chosen.find(({ id }) => id === reviewId);
          return entry ? [{ entry, reason }] : [];
        }),
      );
      const [one] = decided;
      if (!one) return;
      last.current = { decisionIds: decided.map(({ decisionId }) => decisionId), reviewId: one.reviewId };
      leave(decided.map(({ reviewId }) => reviewId));
      const were = decided.length === 1 ? "was" : "were";
      toastDone(`${itemsInWords(decided.length)} ${were} ${measureDone[choice.measure]}.`, () => void undo());
    });

  const answer = (reviewId: string, appealId: string, outcome: "upheld" | "overturned", reply: string) =>
    run(async () => {
      await call(decideAppeal, { params: { appealId }, body: { outcome, reply } });
      leave([reviewId]);
      toastDone(outcome === "overturned" ? "Overturned: it is to be seen again." : "The decision stands.");
    });

  return { decide, decideSelected, answer, undo, isBusy, skipped, forgetSkipped: () => setSkipped([]) };
}

export type Decisions = ReturnType<typeof useDecisions>;
