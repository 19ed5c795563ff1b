/** What one was told about decisions. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/endpoints";
import { listNotices } from "@/lib/moderation/notices";

export const GET = implement(endpoints.listNotices, {
  handle: ({ actor }) => listNotices(actor.user.id, new Date()),
});
