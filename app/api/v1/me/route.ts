/** Oneself: who one is, and one's name and colour. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/people/endpoints";
import { updateProfile } from "@/lib/people/users";

export const GET = implement(endpoints.readMe, { handle: async ({ actor }) => actor.user });

export const PATCH = implement(endpoints.updateMe, {
  handle: ({ actor, body }) => updateProfile(actor.user.id, body),
});
