/** Reads one thread, a page at a time, as its reader may see it (database). */
import { type Member, may } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { modeOf } from "@/lib/moderation/thread-mode";
import { type DiscussionOrder, topOf } from "./place";
import { defaultAttention } from "./reading";
import type { CommentView, Discussion, ThreadState } from "./schema";
import { idsOf, type Subject } from "./subject";
import { authorSelect, type CommentRow, commentSelectFor, viewOf } from "./view";
import { showsFor } from "./visibility";

/** Comments in one page, unless another number is asked for. */
const discussionPage = 50;

interface Page {
  order: DiscussionOrder;
  /** Go on from this comment's place; null begins. */
  from: string | null;
  /** How many comments at most. */
  limit: number;
}

/** The page that a thread opens with. */
export const firstPage: Page = { order: "oldest", from: null, limit: discussionPage };

const openMode = { state: "open", slowSeconds: null } as const;

/** The id of the subject's thread; null while nobody has said anything. */
export async function threadOn(articleId: string, subject: Subject): Promise<string | null> {
  const thread = await db().thread.findFirst({ where: { articleId, ...idsOf(subject) }, select: { id: true } });
  return thread?.id ?? null;
}

/**
 * One page of the thread, each comment above its replies. In the order of writing it is the newest page, and going on
 * leads to earlier ones; in the other orders it is what comes first.
 */
export async function readDiscussion(
  threadId: string | null,
  reader: Member,
  { order, from, limit }: Page,
  now: Date,
): Promise<Discussion> {
  const mayModerate = may(reader, "moderation.work");
  if (threadId === null) return { threadId, state: null, comments: [], more: null, mode: openMode, mayModerate };
  const read = (where: Prisma.CommentWhereInput, orderBy: Prisma.CommentOrderByWithRelationInput[], take: number) =>
    db().comment.findMany({
      where: { threadId, AND: [showsFor(reader, now), where] },
      select: commentSelectFor(reader),
      orderBy,
      take,
    });
  const [{ state, mode }, rows] = await Promise.all([
    stateOf(threadId, reader),
    rowsIn(order, from, limit + 1, read, () => topsByReplies(threadId, reader, now)),
  ]);
  const page = rows.slice(0, limit);
  const more = rows.length > limit ? (page.at(-1)?.place ?? null) : null;
  if (order === "oldest") page.reverse();
  return { threadId, state, comments: viewsOf(page, reader, now), more, mode, mayModerate };
}

/** How the thread stands: to this reader, and for everybody. */
async function stateOf(threadId: string, reader: Member): Promise<{ state: ThreadState; mode: Discussion["mode"] }> {
  const { createdById, resolvedAt, resolvedBy, readings, ...thread } = await db().thread.findUniqueOrThrow({
    where: { id: threadId },
    include: {
      resolvedBy: { select: authorSelect },
      readings: { where: { userId: reader.userId }, select: { upTo: true, attention: true } },
    },
  });
  const [reading] = readings;
  const state = {
    resolved: resolvedAt && { by: resolvedBy, at: resolvedAt.toISOString() },
    mayResolve: may(reader, "thread.resolve", { authorId: createdById }),
    attention: reading?.attention ?? defaultAttention,
    readUpTo: reading?.upTo ?? 0,
  };
  return { state, mode: modeOf(thread) };
}

type Read = (
  where: Prisma.CommentWhereInput,
  orderBy: Prisma.CommentOrderByWithRelationInput[],
  take: number,
) => Promise<CommentRow[]>;

const replyOrder = [{ place: "asc" }] satisfies Prisma.CommentOrderByWithRelationInput[];

/** The rows from the place on, in the order in which they are read: the order of writing is read from its end. */
async function rowsIn(
  order: DiscussionOrder,
  from: string | null,
  take: number,
  read: Read,
  tops: () => Promise<readonly Branch[]>,
): Promise<CommentRow[]> {
  switch (order) {
    case "oldest":
      return read(from === null ? {} : { place: { lt: from } }, [{ place: "desc" }], take);
    case "newest":
      return read(
        from === null
          ? {}
          : { OR: [{ topNumber: { lt: topOf(from) } }, { topNumber: topOf(from), place: { gt: from } }] },
        [{ topNumber: "desc" }, ...replyOrder],
        take,
      );
    case "discussed":
      return readBranches(await tops(), from, take, read);
  }
}

/** A top-level comment and how many comments stand under it, itself included. */
interface Branch {
  topNumber: number;
  size: number;
}

/** The thread's top-level comments, the one with the most comments under it first. */
async function topsByReplies(threadId: string, reader: Member, now: Date): Promise<Branch[]> {
  const branches = await db().comment.groupBy({
    by: ["topNumber"],
    where: { threadId, ...showsFor(reader, now) },
    _count: true,
    orderBy: [{ _count: { topNumber: "desc" } }, { topNumber: "asc" }],
  });
  return branches.map(({ topNumber, _count }) => ({ topNumber, size: _count }));
}

/** Rows of whole branches in their order, the last one as far as it fits. */
async function readBranches(
  branches: readonly Branch[],
  from: string | null,
  take: number,
  read: Read,
): Promise<CommentRow[]> {
  const begun = from === null ? -1 : branches.findIndex(({ topNumber }) => topNumber === topOf(from));
  const rest = from !== null && begun >= 0 ? await read(restOf(from), replyOrder, take) : [];
  const whole: number[] = [];
  let room = take - rest.length;
  for (const { topNumber, size } of branches.slice(begun + 1)) {
    if (room <= 0) break;
    whole.push(topNumber);
    room -= size;
  }
  // Only the last can be longer than what is left to take, so it alone is cut short.
  const last = whole.pop();
  const rows = whole.length > 0 ? await read({ topNumber: { in: whole } }, replyOrder, take) : [];
  const byBranch = Map.groupBy(rows, ({ place }) => topOf(place));
  const before = [...rest, ...whole.flatMap((topNumber) => byBranch.get(topNumber) ?? [])];
  if (last === undefined || before.length >= take) return before.slice(0, take);
  return [...before, ...(await read({ topNumber: last }, replyOrder, take - before.length))];
}

const restOf = (from: string): Prisma.CommentWhereInput => ({ topNumber: topOf(from), place: { gt: from } });

/** Rows that show, as what the reader sees of them. */
function viewsOf(rows: readonly CommentRow[], reader: Member, now: Date): CommentView[] {
  // A row without words of its own was only found because it has replies.
  return rows.flatMap((row) => viewOf(row, reader, true, now) ?? []);
}

/** The comment as the reader sees it now; null when that is nothing. */
export async function readComment(tx: Tx, id: string, reader: Member, now: Date): Promise<CommentView | null> {
  const row = await tx.comment.findFirst({
    where: { id, ...showsFor(reader, now) },
    select: commentSelectFor(reader),
  });
  return row && viewOf(row, reader, true, now);
}

/** What a change of one comment can change on a reader's screen: itself, and whatever stays only because of it. */
export async function readChanged(
  commentId: string,
  reader: Member,
  now: Date,
): Promise<{ comments: CommentView[]; gone: string[] }> {
  const { id, parentId, top } = await db().comment.findUniqueOrThrow({
    where: { id: commentId },
    select: { id: true, parentId: true, top: { select: { id: true } } },
  });
  // Quotes show the words where they stand, so they change with them.
  const quoting = await db().comment.findMany({ where: { quotedId: id }, select: { id: true } });
  const ids = [...new Set([id, parentId ?? id, top.id, ...quoting.map((each) => each.id)])];
  const rows = await db().comment.findMany({
    where: { id: { in: ids }, ...showsFor(reader, now) },
    select: commentSelectFor(reader),
  });
  const comments = viewsOf(rows, reader, now);
  return { comments, gone: ids.filter((each) => comments.every((comment) => comment.id !== each)) };
}
