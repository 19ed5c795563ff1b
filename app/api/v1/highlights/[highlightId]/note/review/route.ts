/** Puts a highlight's note into the queue on a moderator's own initiative. */
import { implement } from "@/lib/http/implement";
import { openReview } from "@/lib/moderation/decide";
import * as endpoints from "@/lib/moderation/endpoints";
import { locateNote } from "@/lib/moderation/locate";

export const POST = implement(endpoints.openNoteReview, {
  locate: ({ params }) => locateNote(params.highlightId),
  handle: async ({ params, member, subject: { workspaceId } }) => ({
    reviewId: await openReview({ kind: "note", id: params.highlightId }, member, new Date()),
    workspaceId,
  }),
});
