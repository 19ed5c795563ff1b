/** One API token. */
import { implement } from "@/lib/http/implement";
import { revokeApiToken } from "@/lib/people/api-tokens";
import * as endpoints from "@/lib/people/endpoints";

export const DELETE = implement(endpoints.revokeApiToken, {
  handle: ({ actor, params }) => revokeApiToken(actor.user.id, params.tokenId),
});
