/** Takes a comment out of the database for good. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/endpoints";
import { purgeContent } from "@/lib/moderation/purge";
import { locateComment } from "@/lib/threads/locate";

export const DELETE = implement(endpoints.purgeComment, {
  locate: ({ params }) => locateComment(params.commentId),
  handle: ({ params, member }) => purgeContent({ kind: "comment", id: params.commentId }, member, new Date()),
});
