/** Restricts a member, or sets them free. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/endpoints";
import { restrictMember } from "@/lib/moderation/standing";
import { locateMember } from "@/lib/workspaces/members";

export const POST = implement(endpoints.restrictMember, {
  locate: ({ params }) => locateMember(params.workspaceId, params.userId),
  handle: ({ params: { workspaceId, userId }, body, member }) =>
    restrictMember({ workspaceId, targetId: userId, choice: body, moderator: member }, new Date()),
});
