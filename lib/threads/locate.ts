/** Finds where something belongs, so that access can be asked (database). A deleted article has nothing any more. */
import { db } from "@/lib/db/client";

/** The thread's workspace, article, author and what it hangs on; null when there is no such thread. */
export async function locateThread(threadId: string) {
  const thread = await db().thread.findFirst({
    where: { id: threadId, article: { deletedAt: null } },
    select: {
      id: true,
      articleId: true,
      highlightId: true,
      rebuttalId: true,
      createdById: true,
      article: { select: { workspaceId: true } },
    },
  });
  return thread && { workspaceId: thread.article.workspaceId, thread, facts: { authorId: thread.createdById } };
}

/** The comment's workspace and author; null when there is no such comment. */
export async function locateComment(commentId: string) {
  const comment = await db().comment.findFirst({
    where: { id: commentId, thread: { article: { deletedAt: null } } },
    select: { authorId: true, thread: { select: { article: { select: { workspaceId: true } } } } },
  });
  return (
    comment && {
      workspaceId: comment.thread.article.workspaceId,
      facts: { authorId: comment.authorId },
    }
  );
}
