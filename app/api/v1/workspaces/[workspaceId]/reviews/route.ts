/** The moderators' queue. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/endpoints";
import { listQueue } from "@/lib/moderation/queue";

export const GET = implement(endpoints.listReviews, {
  locate: async ({ params }) => params,
  handle: ({ params, query, member }) => listQueue(params.workspaceId, member, query, new Date()),
});
