/** A comment: read it; change what it says and delete it, when it is one's own. */
import { implement } from "@/lib/http/implement";
import { bodyOf } from "@/lib/threads/body.schema";
import { readChanged } from "@/lib/threads/discussion";
import * as endpoints from "@/lib/threads/endpoints";
import { postingLimit } from "@/lib/threads/limits";
import { locateComment } from "@/lib/threads/locate";
import { deleteComment, editComment } from "@/lib/threads/store";

export const GET = implement(endpoints.readComment, {
  locate: ({ params }) => locateComment(params.commentId),
  handle: ({ params, member }) => readChanged(params.commentId, member, new Date()),
});

export const PATCH = implement(endpoints.editComment, {
  locate: ({ params }) => locateComment(params.commentId),
  handle: async ({ params, body, member, subject, request }) => {
    await postingLimit.spend(member.userId, request.headers);
    return editComment(params.commentId, subject.workspaceId, bodyOf(body), member, new Date());
  },
});

export const DELETE = implement(endpoints.deleteComment, {
  locate: ({ params }) => locateComment(params.commentId),
  handle: ({ params }) => deleteComment(params.commentId, new Date()),
});
