/** Takes one's own decision back. */
import { implement } from "@/lib/http/implement";
import { undoDecision } from "@/lib/moderation/decide";
import * as endpoints from "@/lib/moderation/endpoints";
import { locateDecision } from "@/lib/moderation/locate";

export const DELETE = implement(endpoints.undoDecision, {
  locate: ({ params }) => locateDecision(params.decisionId),
  handle: ({ params, member }) => undoDecision(params.decisionId, member, new Date()),
});
