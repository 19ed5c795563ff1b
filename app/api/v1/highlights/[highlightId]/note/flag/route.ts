/** One's own flag on a highlight's note: make it, take it back. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/endpoints";
import { flagContent, withdrawFlag } from "@/lib/moderation/flags";
import { flagLimit } from "@/lib/moderation/limits";
import { locateNote } from "@/lib/moderation/locate";

export const POST = implement(endpoints.flagNote, {
  locate: ({ params }) => locateNote(params.highlightId),
  handle: async ({ params, body, member, request }) => {
    await flagLimit.spend(member.userId, request.headers);
    await flagContent({ kind: "note", id: params.highlightId }, body, member, new Date());
  },
});

export const DELETE = implement(endpoints.withdrawNoteFlag, {
  locate: ({ params }) => locateNote(params.highlightId),
  handle: ({ params, member }) => withdrawFlag({ kind: "note", id: params.highlightId }, member, new Date()),
});
