/** Chooses what one wants to hear of a topic. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/notices/endpoints";
import { keepChoice } from "@/lib/notices/preferences";

export const PUT = implement(endpoints.choosePreference, {
  handle: ({ actor, params, body }) => keepChoice(actor.user.id, params.topic, body),
});
