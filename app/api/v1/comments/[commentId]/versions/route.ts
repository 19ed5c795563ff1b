/** What a comment said before its edits. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/threads/endpoints";
import { locateComment } from "@/lib/threads/locate";
import { listVersions } from "@/lib/threads/versions";

export const GET = implement(endpoints.listVersions, {
  locate: ({ params }) => locateComment(params.commentId),
  handle: async ({ params, member }) => ({ versions: await listVersions(params.commentId, member) }),
});
