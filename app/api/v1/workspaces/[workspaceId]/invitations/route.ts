/** A workspace's invitations: list them, make one. */
import { config } from "@/lib/config/config";
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/workspaces/endpoints";
import { createInvitation, listInvitations } from "@/lib/workspaces/invitations";
import { invitingLimit } from "@/lib/workspaces/limits";

export const GET = implement(endpoints.listInvitations, {
  locate: async ({ params }) => params,
  handle: async ({ params }) => ({ invitations: await listInvitations(params.workspaceId) }),
});

export const POST = implement(endpoints.createInvitation, {
  locate: async ({ params, body }) => ({ ...params, facts: { role: body.role } }),
  handle: async ({ params, body, actor, request }) => {
    await invitingLimit.spend(actor.user.id, request.headers);
    const { token, ...invitation } = await createInvitation({ ...params, ...body, invitedById: actor.user.id });
    return { ...invitation, url: `${config().appUrl}/join/${token}` };
  },
});
