/** The moderators' saved replies. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/desk-endpoints";
import { createReply, listReplies } from "@/lib/moderation/saved-replies";

export const GET = implement(endpoints.listReplies, {
  locate: async ({ params }) => params,
  handle: async ({ params }) => ({ replies: await listReplies(params.workspaceId) }),
});

export const POST = implement(endpoints.createReply, {
  locate: async ({ params }) => params,
  handle: ({ params, body }) => createReply(params.workspaceId, body),
});
