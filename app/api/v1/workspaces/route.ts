/** One's workspaces: list them, make one. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/workspaces/endpoints";
import { createWorkspace, listWorkspaces } from "@/lib/workspaces/workspaces";

export const GET = implement(endpoints.listWorkspaces, {
  handle: async ({ actor }) => ({ workspaces: await listWorkspaces(actor.user.id) }),
});

export const POST = implement(endpoints.createWorkspace, {
  handle: ({ actor, body }) => createWorkspace(actor.user.id, body.name),
});
