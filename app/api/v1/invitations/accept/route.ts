/** Joining by an invitation, with an account. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/workspaces/endpoints";
import { join } from "@/lib/workspaces/joining";

export const POST = implement(endpoints.acceptInvitation, {
  handle: ({ body, actor }) => join(body.token, actor.user.id),
});
