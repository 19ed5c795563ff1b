/** A rebuttal's way from draft to published and back: the moves there are, and who may make them when. Pure. */
import { type Action, type FactsOf, type Member, may, type RebuttalStatus } from "@/lib/access/policies";

/** A move leads from exactly one status to exactly one other. */
export type Transition =
  | { move: "submit"; from: "draft"; to: "in_review" }
  | { move: "return"; from: "in_review"; to: "draft" }
  | { move: "publish"; from: "in_review"; to: "published" }
  | { move: "withdraw"; from: "published"; to: "withdrawn" }
  | { move: "reopen"; from: "withdrawn"; to: "draft" };

export type Move = Transition["move"];

/** Every move; those that lead onward last, which is where a row of buttons has its main one. */
export const moves = ["return", "withdraw", "reopen", "submit", "publish"] as const satisfies readonly Move[];

/** What lib/access needs to know of a rebuttal. */
export type RebuttalFacts = FactsOf<"rebuttal.write">;

/** Where the move starts and ends. */
export function transitionOf(move: Move): Transition {
  switch (move) {
    case "submit":
      return { move, from: "draft", to: "in_review" };
    case "return":
      return { move, from: "in_review", to: "draft" };
    case "publish":
      return { move, from: "in_review", to: "published" };
    case "withdraw":
      return { move, from: "published", to: "withdrawn" };
    case "reopen":
      return { move, from: "withdrawn", to: "draft" };
  }
}

/**
 * What comes of it when the member makes the move:
 * - `moved`: the status it now has;
 * - `elsewhere`: the rebuttal is not where this move starts, so somebody else was first;
 * - `forbidden`: it is, but the member may not.
 */
export type MoveOutcome =
  | { outcome: "moved"; to: RebuttalStatus }
  | { outcome: "elsewhere"; status: RebuttalStatus }
  | { outcome: "forbidden" };

/** Decides one move. A member who could not make it from any status learns "forbidden", wherever the rebuttal is. */
export function decideMove(member: Member, move: Move, rebuttal: RebuttalFacts): MoveOutcome {
  const { from, to } = transitionOf(move);
  const action = `rebuttal.${move}` as const satisfies Action;
  if (!may(member, action, { ...rebuttal, status: from })) return { outcome: "forbidden" };
  return rebuttal.status === from ? { outcome: "moved", to } : { outcome: "elsewhere", status: rebuttal.status };
}

/** The moves that the member may make now, the main one last. */
export function movesFor(member: Member, rebuttal: RebuttalFacts): Move[] {
  return moves.filter((move) => decideMove(member, move, rebuttal).outcome === "moved");
}
