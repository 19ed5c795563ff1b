/** Tells the other moderators that one looks at an item. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/endpoints";
import { locateReview } from "@/lib/moderation/locate";
import { claim } from "@/lib/moderation/queue";

export const POST = implement(endpoints.claimReview, {
  locate: ({ params }) => locateReview(params.reviewId),
  handle: ({ params, member }) => claim(params.reviewId, member, new Date()),
});
