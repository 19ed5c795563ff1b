/** Which comments a reader sees at once and which wait until they ask, so that nothing moves what they read or write. Pure. */
import type { CommentView, TopComment } from "./schema";

/** What the reader has in front of them: everything up to a moment, and some of what came after. */
export interface Seen {
  /** ISO 8601, as comments have it. */
  until: string;
  ids: ReadonlySet<string>;
}

interface Arrivals {
  /** What to show, in order. */
  shown: TopComment[];
  /** What came meanwhile and would move something: by others, in order. */
  held: CommentView[];
}

const inOrder = (comments: readonly TopComment[]): CommentView[] => comments.flatMap((top) => [top, ...top.replies]);

/** Everything there is, as seen. */
export function allOf(comments: readonly TopComment[]): Seen {
  const times = inOrder(comments).map(({ createdAt }) => createdAt);
  return { until: times.sort().at(-1) ?? "", ids: new Set() };
}

/** Whether the comment came after what the reader has seen, by somebody else. */
function isArrival(comment: CommentView, seen: Seen, readerId: string): boolean {
  const isOwn = comment.kind === "comment" && comment.author?.id === readerId;
  return comment.createdAt > seen.until && !seen.ids.has(comment.id) && !isOwn;
}

/** What others added since, in order. */
export function arrivalsIn(comments: readonly TopComment[], seen: Seen, readerId: string): CommentView[] {
  return inOrder(comments).filter((comment) => isArrival(comment, seen, readerId));
}

/**
 * Splits a discussion.
 *
 * What the reader has seen shows, with its newest words, and so does what they wrote themselves. What others added
 * shows only where nothing follows it and nobody types below it.
 *
 * @param isWriting whether the reader writes below the comments
 */
export function splitArrivals(
  comments: readonly TopComment[],
  seen: Seen,
  readerId: string,
  isWriting: boolean,
): Arrivals {
  const all = inOrder(comments);
  const end = isWriting ? all.length : all.findLastIndex((comment) => !isArrival(comment, seen, readerId)) + 1;
  const held = all.slice(0, end).filter((comment) => isArrival(comment, seen, readerId));
  const heldIds = new Set(held.map(({ id }) => id));
  return {
    held,
    shown: comments
      .filter(({ id }) => !heldIds.has(id))
      .map((top) => ({ ...top, replies: top.replies.filter(({ id }) => !heldIds.has(id)) })),
  };
}

/** What the reader has seen once these show too. */
export function withShown(seen: Seen, shown: readonly TopComment[]): Seen {
  const later = inOrder(shown).filter(({ id, createdAt }) => createdAt > seen.until && !seen.ids.has(id));
  return later.length === 0 ? seen : { ...seen, ids: new Set([...seen.ids, ...later.map(({ id }) => id)]) };
}
