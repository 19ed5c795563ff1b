/** One member: their role, and their leaving. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/workspaces/endpoints";
import { changeRole, locateMember, removeMember } from "@/lib/workspaces/members";

export const PATCH = implement(endpoints.changeRole, {
  locate: ({ params }) => locateMember(params.workspaceId, params.userId),
  handle: ({ params, actor, body }) =>
    changeRole({ workspaceId: params.workspaceId, actorId: actor.user.id, targetId: params.userId, role: body.role }),
});

export const DELETE = implement(endpoints.removeMember, {
  locate: ({ params }) => locateMember(params.workspaceId, params.userId),
  handle: ({ params, actor }) =>
    removeMember({ workspaceId: params.workspaceId, actorId: actor.user.id, targetId: params.userId }),
});
