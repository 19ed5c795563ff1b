/** How moderation goes. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/desk-endpoints";
import { periodOf } from "@/lib/moderation/health";
import { readHealth } from "@/lib/moderation/read-health";

export const GET = implement(endpoints.readHealth, {
  locate: async ({ params }) => params,
  handle: ({ params, query }) => readHealth(params.workspaceId, periodOf(query, new Date())),
});
