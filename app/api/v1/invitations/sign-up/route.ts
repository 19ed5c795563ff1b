/** Joining by an invitation, with an account made on the way. */
import { addressOf } from "@/lib/http/client-address";
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/workspaces/endpoints";
import { signUp } from "@/lib/workspaces/joining";

export const POST = implement(endpoints.signUp, {
  handle: ({ body, request }) => signUp(body, addressOf(request.headers)),
});
