/** One browser where one is signed in. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/people/endpoints";
import { endSignIn } from "@/lib/people/sign-ins";

export const DELETE = implement(endpoints.endSignIn, {
  handle: ({ actor, params }) => endSignIn(actor.user.id, params.signInId),
});
