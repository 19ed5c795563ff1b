/** Locks a thread, slows it down, archives it or opens it again. */
import { implement } from "@/lib/http/implement";
import * as endpoints from "@/lib/moderation/endpoints";
import { setThreadMode } from "@/lib/moderation/thread-mode";
import { locateThread } from "@/lib/threads/locate";

export const PUT = implement(endpoints.setThreadMode, {
  locate: ({ params }) => locateThread(params.threadId),
  handle: async ({ params, body, member, subject: { workspaceId } }) => {
    await setThreadMode({ id: params.threadId, workspaceId }, body, member, new Date());
  },
});
