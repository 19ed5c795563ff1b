/** A member as moderators know them. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/endpoints";
import { readMemberRecord } from "@/lib/moderation/member-record";

export const GET = implement(endpoints.readMemberRecord, {
  locate: async ({ params }) => params,
  handle: ({ params, member }) => readMemberRecord(params.workspaceId, params.userId, member, new Date()),
});
