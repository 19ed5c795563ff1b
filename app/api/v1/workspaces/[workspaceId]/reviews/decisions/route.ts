/** Decides many items of the queue. */
import { implement } from "@/lib/http/implement";
import { decideMany } from "@/lib/moderation/bulk";
import * as endpoints from "@/lib/moderation/desk-endpoints";

export const POST = implement(endpoints.decideReviews, {
  locate: async ({ params }) => params,
  handle: ({ params, body, member }) =>
    decideMany(params.workspaceId, body.items, body.choice, member, () => new Date()),
});
