/** What moderation's codes are called on the screen. */
import type { ReasonCode } from "@/lib/moderation/reasons";
import type { Measure, QueueEntry, Statement } from "@/lib/moderation/schema";

export const reasonNames: Record<ReasonCode, string> = {
  spam: "Spam",
  offensive: "Offensive",
  abusive: "Abusive towards somebody",
  off_topic: "Off topic",
  false_claim: "Knowingly false",
  personal_data: "Personal data",
  illegal: "Against the law",
  other: "Something else",
};

/** What was done, as a sentence's end: "Your comment was hidden". */
export const measureDone: Record<Measure, string> = {
  approve: "found to be all right",
  ignore: "left as it is",
  hide: "hidden",
  remove: "removed",
};

export const stateNames: Record<QueueEntry["contentState"], string> = {
  pending: "Waiting",
  visible: "Visible",
  hidden: "Hidden",
  removed: "Removed",
  deleted: "Deleted by its author",
  purged: "Purged",
};

/** The scope and duration of a restriction. */
export const scopeOf = (measure: Measure): string =>
  measure === "remove"
    ? "Nobody reads it any more, unless an appeal brings it back. Replies to it stay."
    : "Readers don't see it until a moderator or an appeal brings it back. Replies to it stay.";

export const standingWords: Record<Statement["standing"], string | null> = {
  standing: null,
  undone: "It was taken back.",
  overturned: "It was overturned on appeal.",
};
