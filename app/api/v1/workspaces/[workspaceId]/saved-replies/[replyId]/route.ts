/** One of the moderators' saved replies. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/desk-endpoints";
import { changeReply, deleteReply } from "@/lib/moderation/saved-replies";

export const PUT = implement(endpoints.changeReply, {
  locate: async ({ params }) => params,
  handle: ({ params, body }) => changeReply(params.workspaceId, params.replyId, body),
});

export const DELETE = implement(endpoints.deleteReply, {
  locate: async ({ params }) => params,
  handle: ({ params }) => deleteReply(params.workspaceId, params.replyId),
});
