/** Takes back the deletion of one's own comment. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/threads/endpoints";
import { locateComment } from "@/lib/threads/locate";
import { restoreComment } from "@/lib/threads/store";

export const POST = implement(endpoints.restoreComment, {
  locate: ({ params }) => locateComment(params.commentId),
  handle: ({ params, member }) => restoreComment(params.commentId, member, new Date()),
});
