/** Takes many of one's own decisions back. */
import { implement } from "@/lib/http/implement";
import { undoMany } from "@/lib/moderation/bulk";
import * as endpoints from "@/lib/moderation/desk-endpoints";

export const POST = implement(endpoints.undoDecisions, {
  locate: async ({ params }) => params,
  handle: ({ params, body, member }) => undoMany(params.workspaceId, body.decisionIds, member, new Date()),
});
