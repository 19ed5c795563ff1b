/** Which comments a reader sees at once and which wait until they ask, so that nothing moves what they read or write. Pure. */
import type { CommentView } from "./schema";

/** What the reader has in front of them: everything up to a moment, and some of what came after. */
export interface Seen {
  /** ISO 8601, as comments have it. */
  until: string;
  ids: ReadonlySet<string>;
}

interface Arrivals {
  /** What to show, in order. */
  shown: CommentView[];
  /** What came meanwhile and would move something: by others, in order. */
  held: CommentView[];
}

/** Everything there is, as seen. */
export function allOf(comments: readonly CommentView[]): Seen {
  const times = comments.map(({ createdAt }) => createdAt);
  return { until: times.sort().at(-1) ?? "", ids: new Set() };
}

/** Whether the comment came after what the reader has seen, by somebody else. */
function isArrival(comment: CommentView, seen: Seen, readerId: string): boolean {
  const isOwn = comment.kind === "comment" && comment.author?.id === readerId;
  return comment.createdAt > seen.until && !seen.ids.has(comment.id) && !isOwn;
}

/** What others added since, in order. */
export function arrivalsIn(comments: readonly CommentView[], seen: Seen, readerId: string): CommentView[] {
  return comments.filter((comment) => isArrival(comment, seen, readerId));
}

/**
 * Splits a discussion.
 *
 * What the reader has seen shows, with its newest words, and so does what they wrote themselves. What others added
 * shows only where nothing follows it and nobody types below it.
 *
 * @param comments in the order in which they show, each above its replies
 * @param isWriting whether the reader writes below the comments
 */
export function splitArrivals(
  comments: readonly CommentView[],
  seen: Seen,
  readerId: string,
  isWriting: boolean,
): Arrivals {
  const end = isWriting
    ? comments.length
    : comments.findLastIndex((comment) => !isArrival(comment, seen, readerId)) + 1;
  const held = comments.slice(0, end).filter((comment) => isArrival(comment, seen, readerId));
  const heldIds = new Set(held.map(({ id }) => id));
  return { held, shown: comments.filter(({ id }) => !heldIds.has(id)) };
}

/** What the reader has seen once these show too. */
export function withShown(seen: Seen, shown: readonly CommentView[]): Seen {
  const later = shown.filter(({ id, createdAt }) => createdAt > seen.until && !seen.ids.has(id));
  return later.length === 0 ? seen : { ...seen, ids: new Set([...seen.ids, ...later.map(({ id }) => id)]) };
}
