/** Which comments a reader sees at once and which wait until they ask, so that nothing moves what they read or write. Pure. */
import type { CommentView, TopComment } from "./schema";

export interface Arrivals {
  /** What to show, in order. */
  shown: TopComment[];
  /** What came meanwhile and would move something: by others, oldest first. */
  held: CommentView[];
}

const isBy = (comment: CommentView, authorId: string) => comment.kind === "comment" && comment.author?.id === authorId;

/**
 * Splits a discussion.
 *
 * What the reader has seen shows, with its newest words, and so does what they wrote themselves. What others added
 * shows only where nothing follows it and nobody types below it.
 *
 * @param seen ids of the comments that the reader has in front of them
 * @param isWriting whether the reader writes below the comments
 */
export function splitArrivals(
  comments: readonly TopComment[],
  seen: ReadonlySet<string>,
  readerId: string,
  isWriting: boolean,
): Arrivals {
  const inOrder: CommentView[] = comments.flatMap((top) => [top, ...top.replies]);
  const stands = (comment: CommentView) => seen.has(comment.id) || isBy(comment, readerId);
  const end = isWriting ? inOrder.length : inOrder.findLastIndex(stands) + 1;
  const held = inOrder.slice(0, end).filter((comment) => !stands(comment));
  const heldIds = new Set(held.map(({ id }) => id));
  return {
    held,
    shown: comments
      .filter(({ id }) => !heldIds.has(id))
      .map((top) => ({ ...top, replies: top.replies.filter(({ id }) => !heldIds.has(id)) })),
  };
}

/** The ids of all comments. */
export function idsIn(comments: readonly TopComment[]): Set<string> {
  return new Set(comments.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)]));
}
