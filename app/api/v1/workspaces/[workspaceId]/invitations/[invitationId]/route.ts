/** One invitation. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/workspaces/endpoints";
import { revokeInvitation } from "@/lib/workspaces/invitations";

export const DELETE = implement(endpoints.revokeInvitation, {
  locate: async ({ params }) => params,
  handle: ({ params }) => revokeInvitation(params.workspaceId, params.invitationId),
});
