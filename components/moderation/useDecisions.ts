/** What a moderator does at the desk: decide, go on to the next, and take the last decision back for ten seconds. */
"use client";

import { useRef, useState } from "react";
import { toastDone, toastError } from "@/components/shell/toast";
import { call } from "@/lib/http/call";
import { decideAppeal, decideReview, undoDecision } from "@/lib/moderation/endpoints";
import type { Choice, Review } from "@/lib/moderation/schema";
import type { DeskState } from "./useDesk";
import { measureDone } from "./words";

export function useDecisions({ refresh, choose, nextId }: DeskState) {
  const last = useRef<{ decisionId: string; reviewId: string } | null>(null);
  const [isBusy, setBusy] = useState(false);

  const undo = async () => {
    const decision = last.current;
    if (!decision) return;
    last.current = null;
    try {
      await call(undoDecision, { params: { decisionId: decision.decisionId } });
      choose(decision.reviewId);
      toastDone("Taken back. It waits again, and nobody was told.");
    } catch (error) {
      toastError(error);
    }
    await refresh();
  };

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      toastError(error);
    }
    await refresh();
    setBusy(false);
  };

  const decide = (review: Review, choice: Choice) =>
    run(async () => {
      const { decisionId } = await call(decideReview, {
        params: { reviewId: review.id },
        body: { version: review.version, choice },
      });
      last.current = { decisionId, reviewId: review.id };
      choose(nextId);
      const whose = review.author ? `The comment by ${review.author.name}` : "The comment";
      toastDone(`${whose} was ${measureDone[choice.measure]}.`, () => void undo());
    });

  const answer = (appealId: string, outcome: "upheld" | "overturned", reply: string) =>
    run(async () => {
      await call(decideAppeal, { params: { appealId }, body: { outcome, reply } });
      choose(nextId);
      toastDone(outcome === "overturned" ? "Overturned: the comment is to be seen again." : "The decision stands.");
    });

  return { decide, answer, undo, isBusy };
}
