/** The review item's machine: one entry in the queue for each target, decided once by one person. Pure. */

/** Somebody looks at it. It tells others, and keeps nobody from deciding: the version does that. */
export interface Claim {
  by: string;
  until: Date;
}

export type Outcome = "approved" | "rejected" | "ignored";

export type Review = { status: "pending"; version: number; claim: Claim | null } | { status: Outcome; version: number };

export type ReviewEvent =
  /** A flag, a moderator's own eyes, or an edit of what was decided: it is joined, or opened again. */
  | { type: "raise" }
  | { type: "claim"; by: string; until: Date }
  | { type: "release"; by: string }
  /** `version` is that which the moderator has before them. */
  | { type: "decide"; outcome: Outcome; version: number }
  /** The decision is taken back by whoever made it. */
  | { type: "undo" }
  /** An appeal against a rejection was right. */
  | { type: "overturn" };

/** Why an event can't happen. */
export type ReviewRefusal =
  /** Somebody decided meanwhile, or what it is about changed. */
  "outdated" | "not-pending" | "not-decided" | "not-rejected" | "claimed";

export type Step = { review: Review } | { refusal: ReviewRefusal };

/** What becomes of the item. */
export function nextReview(review: Review, event: ReviewEvent, now: Date): Step {
  const version = review.version + 1;
  switch (event.type) {
    case "raise":
      return review.status === "pending" ? { review } : { review: { status: "pending", version, claim: null } };
    case "claim":
      if (review.status !== "pending") return { refusal: "not-pending" };
      if (claimantOf(review, now) !== null && claimantOf(review, now) !== event.by) return { refusal: "claimed" };
      return { review: { ...review, claim: { by: event.by, until: event.until } } };
    case "release":
      if (review.status !== "pending" || review.claim?.by !== event.by) return { review };
      return { review: { ...review, claim: null } };
    case "decide":
      if (event.version !== review.version) return { refusal: "outdated" };
      if (review.status !== "pending") return { refusal: "not-pending" };
      return { review: { status: event.outcome, version } };
    case "undo":
      return review.status === "pending"
        ? { refusal: "not-decided" }
        : { review: { status: "pending", version, claim: null } };
    case "overturn":
      return review.status === "rejected" ? { review: { status: "approved", version } } : { refusal: "not-rejected" };
  }
}

/** Who looks at the item just now; null for nobody. */
export function claimantOf(review: Review, now: Date): string | null {
  return review.status === "pending" && review.claim && now < review.claim.until ? review.claim.by : null;
}
