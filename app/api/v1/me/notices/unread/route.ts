/** How much one was told and hasn't read. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/notices/endpoints";
import { countUnread } from "@/lib/notices/inbox";

export const GET = implement(endpoints.countNotices, {
  handle: async ({ actor }) => ({ unread: await countUnread(actor.user.id, new Date()) }),
});
