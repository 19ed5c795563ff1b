/** Marks what one was told as read. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/endpoints";
import { markRead } from "@/lib/moderation/notices";

export const POST = implement(endpoints.readNotices, {
  handle: ({ actor }) => markRead(actor.user.id, new Date()),
});
