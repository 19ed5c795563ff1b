/** The definitions of the endpoints that only the moderators' desk needs: many at once, saved replies, how it goes. */
import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { healthSchema, periodSchema } from "./health.schema";
import { replyDraftSchema, savedReplySchema } from "./saved-reply.schema";
import { choiceSchema } from "./schema";

const ofWorkspace = z.object({ workspaceId: z.uuid() });
const ofReply = z.object({ workspaceId: z.uuid(), replyId: z.uuid() });

/** How many items can be decided together. */
export const mostAtOnce = 100;

const isOnce = (ids: readonly string[]) => new Set(ids).size === ids.length;
const eachOnce = "Name each of them once.";

export const decideReviews = endpoint({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/reviews/decisions",
  summary:
    "Decide up to a hundred items with one statement of reasons; what can't be decided so is said and passed over",
  audience: "moderation.work",
  params: ofWorkspace,
  body: z.object({
    items: z
      .array(z.object({ reviewId: z.uuid(), version: z.number().int().nonnegative() }))
      .min(1)
      .max(mostAtOnce)
      .refine((items) => isOnce(items.map(({ reviewId }) => reviewId)), eachOnce),
    choice: choiceSchema,
  }),
  response: z.object({
    decided: z.array(z.object({ reviewId: z.uuid(), decisionId: z.uuid() })),
    /** Why each of these was left as it is. */
    skipped: z.array(z.object({ reviewId: z.uuid(), reason: z.string() })),
  }),
});

export const undoDecisions = endpoint({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/decisions/undo",
  summary: "Take one's own decisions back together, within ten seconds",
  audience: "moderation.work",
  params: ofWorkspace,
  body: z.object({ decisionIds: z.array(z.uuid()).min(1).max(mostAtOnce).refine(isOnce, eachOnce) }),
  response: z.object({
    undone: z.array(z.uuid()),
    skipped: z.array(z.object({ decisionId: z.uuid(), reason: z.string() })),
  }),
});

export const listReplies = endpoint({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/saved-replies",
  summary: "The moderators' saved replies, by title",
  audience: "moderation.work",
  params: ofWorkspace,
  response: z.object({ replies: z.array(savedReplySchema) }),
});

export const createReply = endpoint({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/saved-replies",
  summary: "Save a reply: it fills in the form of a decision, and never decides",
  audience: "moderation.work",
  params: ofWorkspace,
  body: replyDraftSchema,
  response: savedReplySchema,
  status: 201,
});

export const changeReply = endpoint({
  method: "PUT",
  path: "/api/v1/workspaces/:workspaceId/saved-replies/:replyId",
  summary: "Change a saved reply; decisions made with it keep their words",
  audience: "moderation.work",
  params: ofReply,
  body: replyDraftSchema,
  response: savedReplySchema,
});

export const deleteReply = endpoint({
  method: "DELETE",
  path: "/api/v1/workspaces/:workspaceId/saved-replies/:replyId",
  summary: "Delete a saved reply",
  audience: "moderation.work",
  params: ofReply,
  response: z.void(),
  status: 204,
});

export const readHealth = endpoint({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/moderation-health",
  summary: "How moderation goes, week by week: flags, time to decision, share overturned, repeat cases",
  audience: "moderation.work",
  params: ofWorkspace,
  query: periodSchema,
  response: healthSchema,
});
