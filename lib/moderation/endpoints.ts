/** The moderation endpoints' definitions. */
import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { maxFlagWords, reasonCodes } from "./reasons";
import {
  appealTextSchema,
  choiceSchema,
  logEntrySchema,
  memberChoiceSchema,
  memberNoteTextSchema,
  memberRecordSchema,
  queueEntrySchema,
  reviewSchema,
  reviewStatuses,
  ruleSchema,
} from "./schema";
import { lockReasons, longestSlow } from "./thread";

const ofWorkspace = z.object({ workspaceId: z.uuid() });
const ofMember = z.object({ workspaceId: z.uuid(), userId: z.uuid() });
const ofComment = z.object({ commentId: z.uuid() });
const ofHighlight = z.object({ highlightId: z.uuid() });
const ofRebuttal = z.object({ rebuttalId: z.uuid() });
const ofReview = z.object({ reviewId: z.uuid() });
const ofDecision = z.object({ decisionId: z.uuid() });
const ofAppeal = z.object({ appealId: z.uuid() });

/** How many rules a workspace can have. */
const mostRules = 50;

const flagBody = z.object({ reason: z.enum(reasonCodes), words: z.string().trim().max(maxFlagWords).default("") });
const openedReview = z.object({ reviewId: z.uuid(), workspaceId: z.uuid() });

export const flagComment = endpoint({
  method: "POST",
  path: "/api/v1/comments/:commentId/flag",
  summary: "Flag a comment for the moderators; once for each person",
  audience: "comment.flag",
  params: ofComment,
  body: flagBody,
  response: z.void(),
  status: 204,
});

export const withdrawFlag = endpoint({
  method: "DELETE",
  path: "/api/v1/comments/:commentId/flag",
  summary: "Take one's own flag back, while nobody has decided",
  audience: "comment.flag",
  params: ofComment,
  response: z.void(),
  status: 204,
});

export const openReview = endpoint({
  method: "POST",
  path: "/api/v1/comments/:commentId/review",
  summary: "Put a comment into the queue on one's own initiative; one that is in it stays",
  audience: "moderation.work",
  params: ofComment,
  response: openedReview,
});

export const flagNote = endpoint({
  method: "POST",
  path: "/api/v1/highlights/:highlightId/note/flag",
  summary: "Flag a highlight's note for the moderators; once for each person",
  audience: "note.flag",
  params: ofHighlight,
  body: flagBody,
  response: z.void(),
  status: 204,
});

export const withdrawNoteFlag = endpoint({
  method: "DELETE",
  path: "/api/v1/highlights/:highlightId/note/flag",
  summary: "Take one's own flag of a note back, while nobody has decided",
  audience: "note.flag",
  params: ofHighlight,
  response: z.void(),
  status: 204,
});

export const openNoteReview = endpoint({
  method: "POST",
  path: "/api/v1/highlights/:highlightId/note/review",
  summary: "Put a highlight's note into the queue on one's own initiative; one that is in it stays",
  audience: "moderation.work",
  params: ofHighlight,
  response: openedReview,
});

export const purgeNote = endpoint({
  method: "DELETE",
  path: "/api/v1/highlights/:highlightId/note",
  summary: "Take a highlight's note out of the database for good, with every copy; the highlight stays",
  audience: "content.purge",
  params: ofHighlight,
  response: z.void(),
  status: 204,
});

export const flagRebuttal = endpoint({
  method: "POST",
  path: "/api/v1/rebuttals/:rebuttalId/flag",
  summary: "Flag a rebuttal for the moderators; once for each person",
  audience: "rebuttal.flag",
  params: ofRebuttal,
  body: flagBody,
  response: z.void(),
  status: 204,
});

export const withdrawRebuttalFlag = endpoint({
  method: "DELETE",
  path: "/api/v1/rebuttals/:rebuttalId/flag",
  summary: "Take one's own flag of a rebuttal back, while nobody has decided",
  audience: "rebuttal.flag",
  params: ofRebuttal,
  response: z.void(),
  status: 204,
});

export const openRebuttalReview = endpoint({
  method: "POST",
  path: "/api/v1/rebuttals/:rebuttalId/review",
  summary: "Put a rebuttal into the queue on one's own initiative; one that is in it stays",
  audience: "moderation.work",
  params: ofRebuttal,
  response: openedReview,
});

export const purgeRebuttal = endpoint({
  method: "DELETE",
  path: "/api/v1/rebuttals/:rebuttalId/content",
  summary: "Take a rebuttal's words and their whole history out of the database for good; only the fact stays",
  audience: "content.purge",
  params: ofRebuttal,
  response: z.void(),
  status: 204,
});

export const listReviews = endpoint({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/reviews",
  summary: "The moderators' queue, the most pressing first, with how many there are of each kind",
  audience: "moderation.work",
  params: ofWorkspace,
  query: z.object({
    show: z.enum(["appeals", ...reviewStatuses]).default("pending"),
    reason: z.enum(reasonCodes).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: z.object({
    entries: z.array(queueEntrySchema),
    /** Members whose appeal against a decision about themselves waits. */
    memberAppeals: z.array(z.object({ userId: z.uuid(), name: z.string() })),
    counts: z.object({ pending: z.number().int(), appeals: z.number().int() }),
  }),
});

export const readReview = endpoint({
  method: "GET",
  path: "/api/v1/reviews/:reviewId",
  summary: "One item of the queue in its context",
  audience: "moderation.work",
  params: ofReview,
  response: reviewSchema,
});

export const claimReview = endpoint({
  method: "POST",
  path: "/api/v1/reviews/:reviewId/claim",
  summary: "Tell the other moderators that one looks at it, for two minutes",
  audience: "moderation.work",
  params: ofReview,
  response: z.void(),
  status: 204,
});

export const decideReview = endpoint({
  method: "POST",
  path: "/api/v1/reviews/:reviewId/decision",
  summary: "Decide an item; a restriction states its reasons",
  audience: "moderation.work",
  params: ofReview,
  body: z.object({ version: z.number().int().nonnegative(), choice: choiceSchema }),
  response: z.object({ decisionId: z.uuid() }),
  status: 201,
});

export const undoDecision = endpoint({
  method: "DELETE",
  path: "/api/v1/decisions/:decisionId",
  summary: "Take one's own decision back, within ten seconds",
  audience: "moderation.work",
  params: ofDecision,
  response: z.void(),
  status: 204,
});

export const appealDecision = endpoint({
  method: "POST",
  path: "/api/v1/decisions/:decisionId/appeal",
  summary: "Appeal against a decision on one's own content; once",
  audience: "session",
  params: ofDecision,
  body: z.object({ text: appealTextSchema }),
  response: z.void(),
  status: 204,
});

export const decideAppeal = endpoint({
  method: "POST",
  path: "/api/v1/appeals/:appealId/decision",
  summary: "Decide an appeal, with a reply to its author",
  audience: "moderation.work",
  params: ofAppeal,
  body: z.object({ outcome: z.enum(["upheld", "overturned"]), reply: appealTextSchema }),
  response: z.void(),
  status: 204,
});

export const listRules = endpoint({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/rules",
  summary: "The workspace's rules",
  audience: "rules.read",
  params: ofWorkspace,
  response: z.object({ rules: z.array(ruleSchema) }),
});

export const changeRules = endpoint({
  method: "PUT",
  path: "/api/v1/workspaces/:workspaceId/rules",
  summary: "Set the workspace's rules, in order; decisions keep the words of those they cite",
  audience: "rules.change",
  params: ofWorkspace,
  body: z.object({
    rules: z
      .array(z.object({ title: z.string().trim().min(1).max(120), text: z.string().trim().max(2000) }))
      .max(mostRules),
  }),
  response: z.object({ rules: z.array(ruleSchema) }),
});

export const readLog = endpoint({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/moderation-log",
  summary: "The moderation log, newest first; who flagged stands in it for moderators alone",
  audience: "moderation.read-log",
  params: ofWorkspace,
  query: z.object({
    before: z.coerce.number().int().positive().optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  response: z.object({ entries: z.array(logEntrySchema) }),
});

export const readMemberRecord = endpoint({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/members/:userId/record",
  summary: "A member as moderators know them: standing, history, notes",
  audience: "moderation.work",
  params: ofMember,
  response: memberRecordSchema,
});

export const restrictMember = endpoint({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/members/:userId/standing",
  summary: "Restrict a member with reasons, or set them free; it holds at once",
  audience: "member.restrict",
  params: ofMember,
  body: memberChoiceSchema,
  response: z.object({ decisionId: z.uuid() }),
  status: 201,
});

export const writeMemberNote = endpoint({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/members/:userId/notes",
  summary: "Leave a note about a member for the other moderators",
  audience: "moderation.work",
  params: ofMember,
  body: z.object({ text: memberNoteTextSchema }),
  response: z.void(),
  status: 204,
});

export const setThreadMode = endpoint({
  method: "PUT",
  path: "/api/v1/threads/:threadId/mode",
  summary: "Lock a thread with a reason, slow it down, archive it or open it again",
  audience: "moderation.work",
  params: z.object({ threadId: z.uuid() }),
  body: z.discriminatedUnion("type", [
    z.object({ type: z.literal("lock"), reason: z.enum(lockReasons) }),
    z.object({ type: z.literal("slow"), seconds: z.number().int().min(1).max(longestSlow) }),
    z.object({ type: z.enum(["archive", "open", "unslow"]) }),
  ]),
  response: z.void(),
  status: 204,
});

export const purgeComment = endpoint({
  method: "DELETE",
  path: "/api/v1/comments/:commentId/content",
  summary: "Take a comment's words out of the database for good, with every copy; only the fact stays",
  audience: "content.purge",
  params: ofComment,
  response: z.void(),
  status: 204,
});
