/** Changes one comment in the pages of a thread that the browser holds, ahead of the server's next answer. Pure. */
import type { CommentView, Discussion, TopComment } from "./schema";

/** All comments of the pages, oldest first; the first page is the newest. */
export function commentsOf(pages: readonly Discussion[]): TopComment[] {
  return pages.toReversed().flatMap(({ comments }) => comments);
}

/** The pages with the comment in its new form; unchanged when they don't have it. */
export function withChanged(pages: readonly Discussion[], comment: CommentView): Discussion[] {
  const change = <C extends CommentView>(old: C) => (old.id === comment.id ? comment : old);
  return pages.map((page) => ({
    ...page,
    comments: page.comments.map((top) => ({ ...change(top), replies: top.replies.map(change) })),
  }));
}

/** The pages with a comment that was just posted, at the end or as the last reply to its parent. */
export function withPosted(
  pages: readonly Discussion[],
  threadId: string,
  parentId: string | null,
  comment: CommentView,
): Discussion[] {
  const known = pages.some(({ comments }) =>
    comments.some((top) => top.id === comment.id || top.replies.some(({ id }) => id === comment.id)),
  );
  if (known) return withChanged(pages, comment);
  return pages.map((page, index) => {
    if (parentId === null) {
      return index === 0 ? { ...page, threadId, comments: [...page.comments, { ...comment, replies: [] }] } : page;
    }
    return {
      ...page,
      comments: page.comments.map((top) =>
        top.id === parentId ? { ...top, replies: [...top.replies, comment] } : top,
      ),
    };
  });
}
