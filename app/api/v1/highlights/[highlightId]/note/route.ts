/** Takes a highlight's note out of the database for good. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/endpoints";
import { locateNote } from "@/lib/moderation/locate";
import { purgeContent } from "@/lib/moderation/purge";

export const DELETE = implement(endpoints.purgeNote, {
  locate: ({ params }) => locateNote(params.highlightId),
  handle: ({ params, member }) => purgeContent({ kind: "note", id: params.highlightId }, member, new Date()),
});
