/** A workspace's moderation log. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/endpoints";
import { readLog } from "@/lib/moderation/read-log";

export const GET = implement(endpoints.readLog, {
  locate: async ({ params }) => params,
  handle: async ({ params, query, member }) => ({
    entries: await readLog(params.workspaceId, member, { before: query.before ?? null, limit: query.limit }),
  }),
});
