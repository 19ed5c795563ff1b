/** What one wants to hear of a thread. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/threads/endpoints";
import { locateThread } from "@/lib/threads/locate";
import { setAttention } from "@/lib/threads/reading";

export const PUT = implement(endpoints.setAttention, {
  locate: ({ params }) => locateThread(params.threadId),
  handle: ({ params, body, member }) => setAttention(params.threadId, member, body.attention),
});
