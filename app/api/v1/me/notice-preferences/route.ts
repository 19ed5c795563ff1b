/** What one wants to hear of. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/notices/endpoints";
import { readPreferences } from "@/lib/notices/preferences";

export const GET = implement(endpoints.readPreferences, {
  handle: ({ actor }) => readPreferences(actor.user.id),
});
