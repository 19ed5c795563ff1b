/** One's API tokens: list them, make one. */
import { implement } from "@/lib/http/implement";
import { createApiToken, listApiTokens } from "@/lib/people/api-tokens";
import * as endpoints from "@/lib/people/endpoints";

export const GET = implement(endpoints.listApiTokens, {
  handle: async ({ actor }) => ({ tokens: await listApiTokens(actor.user.id) }),
});

export const POST = implement(endpoints.createApiToken, {
  handle: ({ actor, body }) => createApiToken(actor.user.id, body.name),
});
