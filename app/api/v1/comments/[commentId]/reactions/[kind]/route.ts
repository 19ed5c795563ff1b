/** One's wordless answer to a comment. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/threads/endpoints";
import { reactionLimit } from "@/lib/threads/limits";
import { locateComment } from "@/lib/threads/locate";
import { setReaction } from "@/lib/threads/reactions";

export const PUT = implement(endpoints.react, {
  locate: ({ params }) => locateComment(params.commentId),
  handle: async ({ params, member }) => {
    await reactionLimit.spend(member.userId);
    return setReaction(params.commentId, params.kind, true, member, new Date());
  },
});

export const DELETE = implement(endpoints.takeReactionBack, {
  locate: ({ params }) => locateComment(params.commentId),
  handle: async ({ params, member }) => {
    await reactionLimit.spend(member.userId);
    return setReaction(params.commentId, params.kind, false, member, new Date());
  },
});
