/** A thread's comments: read them, add one. */
import { implement } from "@/lib/http/implement";
import { bodyOf } from "@/lib/threads/body.schema";
import { readDiscussion } from "@/lib/threads/discussion";
import * as endpoints from "@/lib/threads/endpoints";
import { postingLimit } from "@/lib/threads/limits";
import { locateThread } from "@/lib/threads/locate";
import { postIn } from "@/lib/threads/store";

export const GET = implement(endpoints.readThread, {
  locate: ({ params }) => locateThread(params.threadId),
  handle: ({ params, query, member }) =>
    readDiscussion(
      params.threadId,
      member,
      { order: query.order, from: query.from ?? null, limit: query.limit },
      new Date(),
    ),
});

export const POST = implement(endpoints.postComment, {
  locate: ({ params }) => locateThread(params.threadId),
  handle: async ({ body, member, subject: { thread, workspaceId }, request }) => {
    await postingLimit.spend(member.userId, request.headers);
    const { id, parentId, quotedId, quotedPart } = body;
    const posting = { id, parentId, quotedId, quotedPart, body: bodyOf(body) };
    return postIn(thread, workspaceId, posting, member, new Date());
  },
});
