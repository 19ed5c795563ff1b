/** A highlight's place in the current revision: choose it. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/revisions/endpoints";
import { locateHighlight, placeHighlight } from "@/lib/revisions/settle";

export const PUT = implement(endpoints.placeHighlight, {
  locate: ({ params }) => locateHighlight(params.highlightId),
  handle: ({ subject, body, actor }) => placeHighlight(subject, body, actor.user.id),
});
