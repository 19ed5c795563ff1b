/** Compares an answer with the truth, the same way whoever gave it. */
import type { Range, Truth } from "./truth";

export const outcomes = ["correct", "wrong", "wrongly orphaned", "rightly orphaned", "ambiguous"] as const;
export type Outcome = (typeof outcomes)[number];

/** What a way of anchoring says: a range, doubt, or that the passage is gone. */
export type Answer = { kind: "range"; range: Range } | { kind: "doubt" } | { kind: "gone" };

/** With fewer of its words than this, a passage may be called gone. */
const half = 0.5;

/** Whether both offsets are the same but for spaces between them. */
function isSamePlace(text: string, offset: number, earliest: number, latest: number): boolean {
  if (offset >= earliest && offset <= latest) return true;
  const between = offset < earliest ? text.slice(offset, earliest) : text.slice(latest, offset);
  return between.trim() === "";
}

/** The outcome of an answer about a passage of `after`. */
export function judge(after: string, answer: Answer, { survival, places }: Truth): Outcome {
  switch (answer.kind) {
    case "doubt":
      return "ambiguous";
    case "gone":
      return survival >= half ? "wrongly orphaned" : "rightly orphaned";
    case "range": {
      const { start, end } = answer.range;
      const isRight = places.some(
        ({ earliestStart, latestStart, earliestEnd, latestEnd }) =>
          isSamePlace(after, start, earliestStart, latestStart) && isSamePlace(after, end, earliestEnd, latestEnd),
      );
      return isRight ? "correct" : "wrong";
    }
  }
}
