/** What a reader may see of a comment, by its state: the one place that decides it. Every query of comments goes through here. */
import type { Member } from "@/lib/access/policies";
import type { ContentState, Prisma } from "@/lib/db/generated/client";

/** How long an author can take a deletion back, in milliseconds. */
export const restoreWindow = 10 * 60 * 1000;

export interface CommentFacts {
  state: ContentState;
  /** Null when the author's account is gone. */
  authorId: string | null;
  deletedAt: Date | null;
}

/**
 * - `words`: the comment with all it says;
 * - `tombstone`: that there was one, when something hangs on it, the reader can take its deletion back, or moderators took
 *   the reader's own words down;
 * - `nothing`: not even that.
 */
export type Sight =
  | { kind: "words" }
  | { kind: "tombstone"; cause: "author" | "moderation"; restorableUntil: Date | null }
  | { kind: "nothing" };

const isAuthor = ({ authorId }: CommentFacts, { userId }: Member) => authorId === userId;

/** Until when the reader can restore the comment; null when they can't. */
function restorableUntil(comment: CommentFacts, reader: Member, now: Date): Date | null {
  if (comment.state !== "deleted" || !comment.deletedAt || !isAuthor(comment, reader)) return null;
  const until = new Date(comment.deletedAt.getTime() + restoreWindow);
  return now < until ? until : null;
}

/**
 * What the reader may see of the comment.
 * @param hasReplies whether the reader sees a reply to it
 */
export function sightOf(comment: CommentFacts, reader: Member, hasReplies: boolean, now: Date): Sight {
  switch (comment.state) {
    case "visible":
      return { kind: "words" };
    case "pending":
      return isAuthor(comment, reader) ? { kind: "words" } : { kind: "nothing" };
    case "hidden":
    case "removed":
      return hasReplies || isAuthor(comment, reader)
        ? { kind: "tombstone", cause: "moderation", restorableUntil: null }
        : { kind: "nothing" };
    case "purged":
      return hasReplies ? { kind: "tombstone", cause: "moderation", restorableUntil: null } : { kind: "nothing" };
    case "deleted": {
      const until = restorableUntil(comment, reader, now);
      return hasReplies || until ? { kind: "tombstone", cause: "author", restorableUntil: until } : { kind: "nothing" };
    }
  }
}

/** The same rule for a query: the comments whose words every reader may see. */
export const readableByAll = { state: "visible" } as const satisfies Prisma.CommentWhereInput;

/** The same rule for a query: the comments whose words this reader may see. Counts, excerpts and mentions use it. */
export function readableBy(reader: Member): Prisma.CommentWhereInput {
  return { OR: [readableByAll, { state: "pending", authorId: reader.userId }] };
}

/** For a query: the comments whose deletion the reader can take back. */
export function restorableBy(reader: Member, now: Date): Prisma.CommentWhereInput {
  const since = new Date(now.getTime() - restoreWindow);
  return { state: "deleted", authorId: reader.userId, deletedAt: { gt: since } };
}

/** For a query: the reader's own comments that moderators took down, so that they find out where they stood. */
const takenFrom = (reader: Member) =>
  ({ state: { in: ["hidden", "removed"] }, authorId: reader.userId }) satisfies Prisma.CommentWhereInput;

/** For a query: the comments that show in a thread by themselves. Their parents show because of them. */
function standsFor(reader: Member, now: Date): Prisma.CommentWhereInput {
  return { OR: [readableBy(reader), restorableBy(reader, now), takenFrom(reader)] };
}

/** For a query: the comments that a thread shows, those included of which replies leave no more than a mark. */
export function showsFor(reader: Member, now: Date): Prisma.CommentWhereInput {
  const stands = standsFor(reader, now);
  return { OR: [stands, { replies: { some: stands } }, { parentId: null, branch: { some: stands } }] };
}

/** Whether something can still be hung on a comment in this state. A deleted one's replies may go on. */
export function takesReplies(state: ContentState): boolean {
  return state === "visible" || state === "deleted";
}
