/** A workspace's members. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/workspaces/endpoints";
import { listMembers } from "@/lib/workspaces/members";

export const GET = implement(endpoints.listMembers, {
  locate: async ({ params }) => params,
  handle: async ({ params, member }) => ({ members: await listMembers(params.workspaceId, member) }),
});
