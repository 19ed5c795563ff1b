/** What moderators tell each other about a member. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/endpoints";
import { writeNote } from "@/lib/moderation/member-record";

export const POST = implement(endpoints.writeMemberNote, {
  locate: async ({ params }) => params,
  handle: ({ params, body, member }) => writeNote(params.workspaceId, params.userId, body.text, member),
});
