/** Decides an item of the queue. */
import { implement } from "@/lib/http/implement";
import { decide } from "@/lib/moderation/decide";
import * as endpoints from "@/lib/moderation/endpoints";
import { locateReview } from "@/lib/moderation/locate";

export const POST = implement(endpoints.decideReview, {
  locate: ({ params }) => locateReview(params.reviewId),
  handle: ({ params, body, member }) => decide(params.reviewId, body.version, body.choice, member, new Date()),
});
