/** One's own comment: change what it says, delete it. */
import { implement } from "@/lib/http/implement";
import { bodyOf } from "@/lib/threads/body.schema";
import * as endpoints from "@/lib/threads/endpoints";
import { postingLimit } from "@/lib/threads/limits";
import { locateComment } from "@/lib/threads/locate";
import { deleteComment, editComment } from "@/lib/threads/store";

export const PATCH = implement(endpoints.editComment, {
  locate: ({ params }) => locateComment(params.commentId),
  handle: async ({ params, body, member, subject }) => {
    await postingLimit.spend(member.userId);
    return editComment(params.commentId, subject.workspaceId, bodyOf(body), member, new Date());
  },
});

export const DELETE = implement(endpoints.deleteComment, {
  locate: ({ params }) => locateComment(params.commentId),
  handle: ({ params }) => deleteComment(params.commentId, new Date()),
});
