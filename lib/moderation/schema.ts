/** What the API says of the queue, decisions, appeals and rules, and what the screens draw. */
import { z } from "zod";
import { roles } from "@/lib/access/policies";
import { noteSchema } from "@/lib/highlights/note.schema";
import { bodySchema } from "@/lib/rebuttal/body.schema";
import { commentBodySchema } from "@/lib/threads/body.schema";
import { detailsSchema, detectionKinds } from "./guard/details";
import { memberHistorySchema } from "./member-history.schema";
import { maxAppeal, maxFacts, reasonCodes } from "./reasons";

const personSchema = z.object({ id: z.uuid(), name: z.string(), color: z.string() });

const contentStateSchema = z.enum(["pending", "visible", "hidden", "removed", "deleted", "purged"]);
const reasonSchema = z.enum(reasonCodes);
const moment = z.iso.datetime();

/** What can be flagged and decided about. */
const targetKinds = ["comment", "note", "rebuttal"] as const;

export const reviewStatuses = ["pending", "approved", "rejected", "ignored"] as const;

export const ruleSchema = z.object({ id: z.uuid(), number: z.number().int(), title: z.string(), text: z.string() });
export type Rule = z.infer<typeof ruleSchema>;

/** What is done about content. It lasts until it is taken back. */
export const contentMeasures = ["approve", "ignore", "hide", "remove"] as const;
/** What is done about a member. Silence and suspension run out. */
const memberMeasures = ["premoderate", "silence", "suspend", "ban", "reinstate"] as const;
export const measures = [...contentMeasures, ...memberMeasures] as const;
export type Measure = (typeof measures)[number];

/**
 * A decision with its statement of reasons, as EU Digital Services Act, art. 17 (3) lists what it holds: the restriction
 * and its scope, the facts, whether they came from a notice, the use of automated means, the ground, and the redress.
 */
export const statementSchema = z.object({
  id: z.uuid(),
  measure: z.enum(measures),
  at: moment,
  reason: reasonSchema.nullable(),
  ground: z.enum(["rule", "law"]).nullable(),
  /** The rule's number and title as they were then, or the law. */
  groundWords: z.string(),
  facts: z.string(),
  source: z.enum(["notice", "own_initiative"]),
  automatedDetection: z.boolean(),
  automatedDecision: z.boolean(),
  /** When the restriction ends by itself; null when it doesn't. */
  until: moment.nullable(),
  appealUntil: moment.nullable(),
  /** Whether it holds; if not, how it ended. */
  standing: z.enum(["standing", "undone", "overturned"]),
});
export type Statement = z.infer<typeof statementSchema>;

const appealSchema = z.object({
  id: z.uuid(),
  text: z.string(),
  status: z.enum(["pending", "upheld", "overturned"]),
  createdAt: moment,
  reply: z.string().nullable(),
  decidedAt: moment.nullable(),
});

const threadPlaceSchema = z.object({
  articleId: z.uuid(),
  articleTitle: z.string(),
  /** What the thread hangs on: the passage's words or the rebuttal's title; null for the article as a whole. */
  on: z.string().nullable(),
});

/** An entry of the queue, short. */
export const queueEntrySchema = z.object({
  id: z.uuid(),
  kind: z.enum(targetKinds),
  status: z.enum(reviewStatuses),
  version: z.number().int(),
  score: z.number(),
  openedAt: moment,
  /** Of several authors the first. */
  author: personSchema.nullable(),
  /** The beginning of what it says. */
  excerpt: z.string(),
  contentState: contentStateSchema,
  reasons: z.array(reasonSchema),
  flags: z.number().int(),
  /** Why it came up without a flag, if so. */
  detected: z.array(z.enum(detectionKinds)),
  hasOpenAppeal: z.boolean(),
  /** Who else looks at it just now. */
  claimedBy: personSchema.nullable(),
});
export type QueueEntry = z.infer<typeof queueEntrySchema>;

const contextCommentSchema = z.object({
  id: z.uuid(),
  author: personSchema.nullable(),
  /** Empty for one that readers don't see. */
  text: z.string(),
  createdAt: moment,
  isTarget: z.boolean(),
});

const itemFlagSchema = z.object({
  id: z.uuid(),
  by: personSchema.nullable(),
  reason: reasonSchema,
  words: z.string(),
  createdAt: moment,
  withdrawn: z.boolean(),
  agreed: z.boolean().nullable(),
});

const pastDecisionSchema = statementSchema.extend({
  decidedBy: personSchema.nullable(),
  appeal: appealSchema.extend({ author: personSchema.nullable() }).nullable(),
});

/** The words in question. Null: they are gone, or there were none. */
const targetSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("comment"), id: z.uuid(), body: commentBodySchema }),
  /** The note of the highlight with this id. */
  z.object({ kind: z.literal("note"), id: z.uuid(), note: noteSchema.nullable() }),
  z.object({ kind: z.literal("rebuttal"), id: z.uuid(), title: z.string(), body: bodySchema.nullable() }),
]);
export type ReviewTarget = z.infer<typeof targetSchema>;

/** An item as the desk shows it, in its context. */
export const reviewSchema = queueEntrySchema.extend({
  target: targetSchema,
  /** Everybody who wrote it. */
  authors: z.array(personSchema),
  editedAt: moment.nullable(),
  createdAt: moment,
  place: threadPlaceSchema,
  /** What was said around a comment, oldest first. */
  around: z.array(contextCommentSchema),
  flagList: z.array(itemFlagSchema),
  /** What was found in it automatically, oldest first. */
  detections: z.array(
    z.object({
      id: z.uuid(),
      at: moment,
      /** Whether a decision was made about it. */
      isDecided: z.boolean(),
      details: detailsSchema,
    }),
  ),
  decisions: z.array(pastDecisionSchema),
  /** Of the author, in this workspace. */
  history: z.object({
    comments: z.number().int(),
    restricted: z.number().int(),
    overturned: z.number().int(),
    memberSince: moment.nullable(),
    /** Who brought them in, and who brought those in, nearest first. */
    broughtInBy: z.array(personSchema),
  }),
  /** Whether the reader may purge it. */
  mayPurge: z.boolean(),
  /** Why the reader may not decide it; null when they may. */
  conflict: z.string().nullable(),
  /** The same for the open appeal. */
  appealConflict: z.string().nullable(),
});
export type Review = z.infer<typeof reviewSchema>;

const ground = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("rule"), ruleId: z.uuid() }),
  z.object({ kind: z.literal("law"), law: z.string().trim().min(1).max(300) }),
]);

/** What every restriction needs. */
const groundsFields = {
  reason: reasonSchema,
  ground,
  facts: z.string().trim().min(1, "Say what the facts are: whoever it concerns reads it.").max(maxFacts),
};
const groundsSchema = z.object(groundsFields);
export type GivenGrounds = z.infer<typeof groundsSchema>;

/** What a moderator decides about content. A restriction needs its reasons. */
export const choiceSchema = z.discriminatedUnion("measure", [
  z.object({ measure: z.literal("approve") }),
  z.object({ measure: z.literal("ignore") }),
  z.object({ measure: z.enum(["hide", "remove"]), ...groundsFields }),
]);
export type Choice = z.infer<typeof choiceSchema>;

/** Longest silence or suspension, in hours: a year. */
const mostHours = 365 * 24;

/** What a moderator decides about a member. */
export const memberChoiceSchema = z.discriminatedUnion("measure", [
  z.object({ measure: z.literal("reinstate") }),
  z.object({ measure: z.enum(["premoderate", "ban"]), ...groundsFields }),
  z.object({
    measure: z.enum(["silence", "suspend"]),
    hours: z.number().int().min(1).max(mostHours),
    ...groundsFields,
  }),
]);
export type MemberChoice = z.infer<typeof memberChoiceSchema>;

export const memberNoteTextSchema = z.string().trim().min(1, "Write something.").max(maxFacts);

const standingSchema = z.enum(["active", "premoderated", "silenced", "suspended", "banned"]);

/** Somebody in a chain of invitations. */
const invitedSchema = personSchema.extend({ standing: standingSchema });

/** A member as moderators know them. */
export const memberRecordSchema = z.object({
  member: personSchema.extend({ role: z.enum(roles), joinedAt: moment }),
  standing: z.object({
    state: standingSchema,
    until: moment.nullable(),
  }),
  /** Who brought them in, and who brought those in, nearest first. */
  broughtInBy: z.array(invitedSchema),
  /** Whom they brought in, the latest first. */
  broughtIn: z.array(invitedSchema),
  /** How many comments they wrote here, and what became of the flags they made. */
  comments: z.number().int(),
  flags: z.object({ agreed: z.number().int(), disagreed: z.number().int(), open: z.number().int() }),
  history: memberHistorySchema,
  /** Decisions about them and about what they wrote, newest first. */
  decisions: z.array(
    pastDecisionSchema.extend({ reviewId: z.uuid().nullable(), appealConflict: z.string().nullable() }),
  ),
  notes: z.array(z.object({ id: z.uuid(), by: personSchema.nullable(), text: z.string(), createdAt: moment })),
});
export type MemberRecord = z.infer<typeof memberRecordSchema>;

export const appealTextSchema = z.string().trim().min(1, "Say why it should be looked at again.").max(maxAppeal);

/** What somebody is told about a decision. `content` is null once it was purged, and for whoever may not see it. */
export const decisionNoticeSchema = z.object({
  kind: z.enum(["content_decided", "member_decided", "flag_decided", "appeal_decided"]),
  /** What a decision about content is about; null for one about a member. */
  about: z.enum(targetKinds).nullable(),
  /** Whether the decision restricted anything: all that a flagger learns. */
  restricted: z.boolean(),
  /** For the author alone. */
  statement: statementSchema
    .extend({
      /** Their own words, as they stood before the decision. */
      content: z.string().nullable(),
      appeal: appealSchema.nullable(),
      mayAppeal: z.boolean(),
      /** The comment that its author may change once before a moderator looks; null when there is none. */
      fixableCommentId: z.uuid().nullable(),
    })
    .nullable(),
});
export type DecisionNotice = z.infer<typeof decisionNoticeSchema>;
export type DecisionKind = DecisionNotice["kind"];

export const logEntrySchema = z.object({
  number: z.number().int(),
  at: moment,
  /** Whoever did it; null when it was automatic, when their account is gone, and for a flag that a member reads of. */
  actor: z.string().nullable(),
  byHand: z.boolean(),
  action: z.string(),
  /** What it was done about, where that is something written. */
  about: z.enum(targetKinds).nullable(),
  /** How an appeal ended. */
  outcome: z.string().nullable(),
  decision: z
    .object({
      measure: z.enum(measures),
      reason: reasonSchema.nullable(),
      groundWords: z.string(),
      /** Empty for whoever doesn't moderate. */
      facts: z.string(),
      automatic: z.boolean(),
    })
    .nullable(),
  /** SHA-256, hex: of this entry, and of the one before it. */
  hash: z.string(),
  previousHash: z.string(),
});
export type LogEntry = z.infer<typeof logEntrySchema>;
