/** A highlight without a place in the current revision: leave it so. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/revisions/endpoints";
import { leaveHighlight, locateHighlight } from "@/lib/revisions/settle";

export const POST = implement(endpoints.leaveHighlight, {
  locate: ({ params }) => locateHighlight(params.highlightId),
  handle: ({ subject, actor }) => leaveHighlight(subject, actor.user.id),
});
