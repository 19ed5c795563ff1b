/** Marks what one was told as read. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/notices/endpoints";
import { markNoticesRead } from "@/lib/notices/read";

export const POST = implement(endpoints.readNotices, {
  handle: ({ actor, body }) => markNoticesRead(actor.user.id, body?.ids ?? null, new Date()),
});
