/** What moderation's codes are called on the screen. */
import type { DetectionKind, WatchAction } from "@/lib/moderation/guard/details";
import type { ReasonCode } from "@/lib/moderation/reasons";
import type { Measure, MemberRecord, QueueEntry, Statement } from "@/lib/moderation/schema";

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

/** What happens to a comment with a watched word in it. */
export const actionNames: Record<WatchAction, string> = {
  hold: "waits for a moderator",
  flag: "is shown, and comes to the queue",
  refuse: "is refused",
};

/** Why something is in the queue without a flag. */
export const detectionNames: Record<DetectionKind, string> = {
  watched_word: "Watched word",
  first_posts: "New member",
  reposted: "Posted again",
  edited: "Edited",
};

/** What was done, as a sentence's end: "Your comment was hidden", "You were silenced". */
export const measureDone: Record<Measure, string> = {
  approve: "found to be all right",
  ignore: "left as it is",
  hide: "hidden",
  remove: "removed",
  premoderate: "put under pre-moderation",
  silence: "silenced",
  suspend: "suspended",
  ban: "banned",
  reinstate: "set free",
};

export const kindNames: Record<QueueEntry["kind"], string> = {
  comment: "Comment",
  note: "Note",
  rebuttal: "Rebuttal",
};

/** What hides and removes, as a button's word. */
export const measureVerbs = { hide: "Hide", remove: "Remove" } as const;

/** "One item", "12 items". */
export const itemsInWords = (count: number): string => (count === 1 ? "One item" : `${count} items`);

export const stateNames: Record<QueueEntry["contentState"], string> = {
  pending: "Waiting",
  visible: "Visible",
  hidden: "Hidden",
  removed: "Removed",
  deleted: "Deleted by its author",
  purged: "Purged",
};

/** What a measure means for whom it concerns: its scope, and its duration where it doesn't run out. */
export const scopeOf: Record<Measure, string> = {
  approve: "Everybody in the workspace reads it.",
  ignore: "It stays as it is.",
  hide: "Readers don't see it until a moderator or an appeal brings it back. Replies to it stay.",
  remove: "Nobody reads it any more, unless an appeal brings it back. Replies to it stay.",
  premoderate:
    "Comments wait for a moderator before others see them. Highlights, notes and rebuttals, which show at once, can't be written meanwhile.",
  silence: "Everything can be read, nothing written.",
  suspend: "The workspace can't be opened.",
  ban: "The workspace can't be opened any more.",
  reinstate: "All restrictions are over.",
};

export const standingNames: Record<MemberRecord["standing"]["state"], string> = {
  active: "Free to take part",
  premoderated: "Pre-moderated",
  silenced: "Silenced",
  suspended: "Suspended",
  banned: "Banned",
};

export const standingWords: Record<Statement["standing"], string | null> = {
  standing: null,
  undone: "It was taken back.",
  overturned: "It was overturned on appeal.",
};
