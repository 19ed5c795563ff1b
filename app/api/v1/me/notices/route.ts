/** What one was told. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/notices/endpoints";
import { listNotices } from "@/lib/notices/inbox";
import { placeOf } from "@/lib/threads/cursor";

export const GET = implement(endpoints.listNotices, {
  handle: ({ actor, query: { before, limit } }) =>
    listNotices(actor.user.id, new Date(), { before: placeOf(before), limit }),
});
