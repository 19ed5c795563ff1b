/** What moderation is about: a comment, a highlight's note or a rebuttal, and how rows name it. Pure. */
import type { ReviewItem } from "@/lib/db/generated/client";

/** What can be flagged and decided about. A note's id is its highlight's. */
export type TargetRef =
  | { kind: "comment"; id: string }
  | { kind: "note"; id: string }
  | { kind: "rebuttal"; id: string };

/** The reference as rows of the queue and entries of the log hold it. */
export type TargetColumns = { commentId: string } | { highlightId: string } | { rebuttalId: string };

export function columnsOf({ kind, id }: TargetRef): TargetColumns {
  switch (kind) {
    case "comment":
      return { commentId: id };
    case "note":
      return { highlightId: id };
    case "rebuttal":
      return { rebuttalId: id };
  }
}

/** The item's target; the database sees to it that there is exactly one. */
export function targetOf(item: Pick<ReviewItem, "commentId" | "highlightId" | "rebuttalId">): TargetRef {
  if (item.commentId) return { kind: "comment", id: item.commentId };
  if (item.highlightId) return { kind: "note", id: item.highlightId };
  if (item.rebuttalId) return { kind: "rebuttal", id: item.rebuttalId };
  throw new Error("A review item is about nothing.");
}
