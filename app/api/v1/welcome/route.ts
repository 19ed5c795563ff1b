/** The first owner's account and workspace. */
import { addressOf } from "@/lib/http/client-address";
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/people/endpoints";
import { welcomeFirstOwner } from "@/lib/people/first-owner";

export const POST = implement(endpoints.welcomeFirstOwner, {
  handle: ({ body, request }) => welcomeFirstOwner(body, addressOf(request.headers)),
});
