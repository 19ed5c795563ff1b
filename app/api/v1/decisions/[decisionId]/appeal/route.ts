/** Appeals against a decision on one's own content. */
import { implement } from "@/lib/http/implement";
import { makeAppeal } from "@/lib/moderation/appeals";
import * as endpoints from "@/lib/moderation/endpoints";
import { appealLimit } from "@/lib/moderation/limits";

export const POST = implement(endpoints.appealDecision, {
  handle: async ({ params, body, actor, request }) => {
    await appealLimit.spend(actor.user.id, request.headers);
    await makeAppeal(params.decisionId, actor.user.id, body.text, new Date());
  },
});
