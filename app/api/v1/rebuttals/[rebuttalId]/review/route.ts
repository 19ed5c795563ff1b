/** Puts a rebuttal into the queue on a moderator's own initiative. */
import { implement } from "@/lib/http/implement";
import { openReview } from "@/lib/moderation/decide";
import * as endpoints from "@/lib/moderation/endpoints";
import { locateRebuttalText } from "@/lib/moderation/locate";

export const POST = implement(endpoints.openRebuttalReview, {
  locate: ({ params }) => locateRebuttalText(params.rebuttalId),
  handle: async ({ params, member, subject: { workspaceId } }) => ({
    reviewId: await openReview({ kind: "rebuttal", id: params.rebuttalId }, member, new Date()),
    workspaceId,
  }),
});
