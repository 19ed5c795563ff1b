/** One workspace: its name. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/workspaces/endpoints";
import { renameWorkspace } from "@/lib/workspaces/workspaces";

export const PATCH = implement(endpoints.renameWorkspace, {
  locate: async ({ params }) => params,
  handle: ({ params, body }) => renameWorkspace(params.workspaceId, body.name),
});
