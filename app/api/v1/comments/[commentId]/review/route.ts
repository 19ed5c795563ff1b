/** Puts a comment into the queue on a moderator's own initiative. */
import { implement } from "@/lib/http/implement";
import { openReview } from "@/lib/moderation/decide";
import * as endpoints from "@/lib/moderation/endpoints";
import { locateComment } from "@/lib/threads/locate";

export const POST = implement(endpoints.openReview, {
  locate: ({ params }) => locateComment(params.commentId),
  handle: async ({ params, member, subject: { workspaceId } }) => ({
    reviewId: await openReview({ kind: "comment", id: params.commentId }, member, new Date()),
    workspaceId,
  }),
});
