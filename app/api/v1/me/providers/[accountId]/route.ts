/** One linked account at a provider. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/people/endpoints";
import { unlinkProvider } from "@/lib/people/linked-providers";

export const DELETE = implement(endpoints.unlinkProvider, {
  handle: ({ actor, params }) => unlinkProvider(actor.user.id, params.accountId),
});
