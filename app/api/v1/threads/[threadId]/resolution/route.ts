/** Whether a thread is resolved. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/threads/endpoints";
import { locateThread } from "@/lib/threads/locate";
import { setResolved } from "@/lib/threads/resolve";

export const PUT = implement(endpoints.setResolved, {
  locate: ({ params }) => locateThread(params.threadId),
  handle: ({ body, member, subject }) => setResolved(subject.thread, body.resolved, member, new Date()),
});
