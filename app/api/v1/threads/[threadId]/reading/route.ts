/** How far one has read a thread. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/threads/endpoints";
import { locateThread } from "@/lib/threads/locate";
import { markRead } from "@/lib/threads/reading";

export const PUT = implement(endpoints.markRead, {
  locate: ({ params }) => locateThread(params.threadId),
  handle: ({ params, body, member }) => markRead(params.threadId, member, body.upTo, new Date()),
});
