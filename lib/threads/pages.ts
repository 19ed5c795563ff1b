/** A thread as the browser holds it: the pages it has read, and what changed since. Pure. */
import { above, type DiscussionOrder, topOf } from "./place";
import type { CommentView, Discussion } from "./schema";

/** The newest word on a comment: what shows of it now, or `null` for nothing. */
export type Changes = ReadonlyMap<string, CommentView | null>;

export const noChanges: Changes = new Map();

/** The changes with these too. */
export function withChanges(changes: Changes, comments: readonly CommentView[], gone: readonly string[] = []): Changes {
  return new Map([
    ...changes,
    ...gone.map((id) => [id, null] as const),
    ...comments.map((comment) => [comment.id, comment] as const),
  ]);
}

/** The changes that are not among the old ones. */
export function withoutChanges(changes: Changes, old: Changes): Changes {
  return new Map([...changes].filter(([id, comment]) => !old.has(id) || old.get(id) !== comment));
}

/**
 * What the reader has of the thread, in its order.
 *
 * A comment that came since joins where the pages reach; one beyond them comes with its page, unless the reader wrote it.
 */
export function commentsOf(
  pages: readonly Discussion[],
  changes: Changes,
  order: DiscussionOrder,
  readerId: string,
): CommentView[] {
  const read = (order === "oldest" ? pages.toReversed() : pages).flatMap(({ comments }) => comments);
  const known = new Map(read.map((comment) => [comment.id, comment]));
  const compare = comparatorFor(order, read);
  const edge = order === "oldest" ? read[0] : read.at(-1);
  const hasMore = (pages.at(-1)?.more ?? null) !== null;
  const isInReach = (comment: CommentView) => {
    if (!hasMore || !edge) return true;
    return order === "oldest" ? compare(comment, edge) > 0 : compare(comment, edge) < 0;
  };
  for (const [id, comment] of changes) {
    if (comment === null) known.delete(id);
    else if (known.has(id) || isInReach(comment) || isBy(comment, readerId)) known.set(id, comment);
  }
  return [...known.values()].sort(compare);
}

const isBy = (comment: CommentView, readerId: string) =>
  comment.kind === "comment" ? comment.author?.id === readerId : comment.own;

const byPlace = (a: CommentView, b: CommentView) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0);

function comparatorFor(order: DiscussionOrder, read: readonly CommentView[]) {
  switch (order) {
    case "oldest":
      return byPlace;
    case "newest":
      return (a: CommentView, b: CommentView) => topOf(b.place) - topOf(a.place) || byPlace(a, b);
    case "discussed": {
      // The order stays as it was read: nothing jumps because somebody replied.
      const tops = [...new Set(read.map(({ place }) => topOf(place)))];
      const rankOf = new Map(tops.map((top, rank) => [top, rank]));
      const rank = ({ place }: CommentView) => rankOf.get(topOf(place)) ?? tops.length;
      return (a: CommentView, b: CommentView) => rank(a) - rank(b) || byPlace(a, b);
    }
  }
}

/** A comment with the replies that stand right under it. */
export interface CommentNode {
  comment: CommentView;
  replies: CommentNode[];
}

/** The list as a tree. A reply whose comment the list doesn't have stands by itself. */
export function nest(comments: readonly CommentView[]): CommentNode[] {
  const roots: CommentNode[] = [];
  const nodes = new Map<string, CommentNode>();
  for (const comment of comments) {
    const node = { comment, replies: [] };
    nodes.set(comment.place, node);
    const parent = nodes.get(above(comment.place) ?? "");
    (parent?.replies ?? roots).push(node);
  }
  return roots;
}
