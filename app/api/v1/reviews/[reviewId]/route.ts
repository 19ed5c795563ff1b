/** One item of the queue. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/endpoints";
import { locateReview } from "@/lib/moderation/locate";
import { readReview } from "@/lib/moderation/read-review";

export const GET = implement(endpoints.readReview, {
  locate: ({ params }) => locateReview(params.reviewId),
  handle: ({ params, member }) => readReview(params.reviewId, member, new Date()),
});
