/** One's own flag on a comment: make it, take it back. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/endpoints";
import { flagContent, withdrawFlag } from "@/lib/moderation/flags";
import { flagLimit } from "@/lib/moderation/limits";
import { locateComment } from "@/lib/threads/locate";

export const POST = implement(endpoints.flagComment, {
  locate: ({ params }) => locateComment(params.commentId),
  handle: async ({ params, body, member, request }) => {
    await flagLimit.spend(member.userId, request.headers);
    await flagContent({ kind: "comment", id: params.commentId }, body, member, new Date());
  },
});

export const DELETE = implement(endpoints.withdrawFlag, {
  locate: ({ params }) => locateComment(params.commentId),
  handle: ({ params, member }) => withdrawFlag({ kind: "comment", id: params.commentId }, member, new Date()),
});
