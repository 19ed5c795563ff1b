/** Lists an article's threads and counts their comments, as the reader may see them (database). */
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type Cursor, cursorOf } from "./cursor";
import { excerptOf } from "./excerpt";
import { countUnread } from "./reading";
import type { Author, ThreadCount, ThreadFilter, ThreadPage, ThreadSummary } from "./schema";
import { subjectSelect, subjectView } from "./subject-view";
import { authorSelect } from "./view";
import { readableBy } from "./visibility";

/** How many people a summary names. */
const namedPeople = 5;

interface Page {
  filter: ThreadFilter;
  /** The page after this place; null for the newest activity. */
  before: Cursor | null;
  limit: number;
  /** A thread that stands on the page also when it wouldn't, before the others; null for none. */
  alsoId?: string | null;
}

/** How many comments the reader can read in each thread of the article; threads with none are left out. */
export async function countComments(articleId: string, reader: Member): Promise<ThreadCount[]> {
  const counts = await db().comment.groupBy({
    by: ["threadId"],
    where: { thread: { articleId }, ...readableBy(reader) },
    _count: true,
  });
  const threads = await db().thread.findMany({
    where: { articleId },
    select: { id: true, highlightId: true, rebuttalId: true },
  });
  const places = new Map(threads.map((thread) => [thread.id, thread]));
  return counts.flatMap(({ threadId, _count }) => {
    const place = places.get(threadId);
    if (!place) return [];
    return { threadId, highlightId: place.highlightId, rebuttalId: place.rebuttalId, comments: _count };
  });
}

/** One page of the article's threads that have something to read, newest activity first. */
export async function listThreads(
  articleId: string,
  reader: Member,
  { filter, before, limit, alsoId = null }: Page,
): Promise<ThreadPage> {
  const active = await db().comment.groupBy({
    by: ["threadId"],
    where: { thread: { articleId, ...within(filter, reader) }, ...readableBy(reader) },
    _count: true,
    _max: { createdAt: true },
    having: before
      ? {
          OR: [
            { createdAt: { _max: { lt: before.at } } },
            { AND: [{ createdAt: { _max: { equals: before.at } } }, { threadId: { gt: before.id } }] },
          ],
        }
      : undefined,
    orderBy: [{ _max: { createdAt: "desc" } }, { threadId: "asc" }],
    take: limit + 1,
  });
  const page = active.slice(0, limit);
  const last = active.length > limit ? page.at(-1) : undefined;
  const isMissing = alsoId !== null && page.every(({ threadId }) => threadId !== alsoId);
  const also = isMissing ? await activityIn(articleId, alsoId, reader) : [];
  return {
    threads: await summarise(
      [...also, ...page].flatMap(({ threadId, _count, _max }) =>
        _max.createdAt ? { threadId, comments: _count, lastAt: _max.createdAt } : [],
      ),
      reader,
    ),
    next: last?._max.createdAt ? cursorOf({ at: last._max.createdAt, id: last.threadId }) : null,
  };
}

/** The thread's place in a list, if it is the article's and the reader can read anything in it. */
function activityIn(articleId: string, threadId: string, reader: Member) {
  return db().comment.groupBy({
    by: ["threadId"],
    where: { threadId, thread: { articleId }, ...readableBy(reader) },
    _count: true,
    _max: { createdAt: true },
  });
}

function within(filter: ThreadFilter, reader: Member): Prisma.ThreadWhereInput {
  const readable = readableBy(reader);
  switch (filter) {
    case "all":
      return {};
    case "mine":
      return { comments: { some: { AND: [readable, { authorId: reader.userId }] } } };
    case "followed":
      return { readings: { some: { userId: reader.userId, attention: "followed" } } };
    case "mentions":
      return { comments: { some: { AND: [readable, { mentions: { some: { userId: reader.userId } } }] } } };
  }
}

const summarySelect = {
  id: true,
  resolvedAt: true,
  ...subjectSelect,
} as const satisfies Prisma.ThreadSelect;

interface ActiveThread {
  threadId: string;
  comments: number;
  lastAt: Date;
}

/** Summaries in the order of `active`. */
async function summarise(active: readonly ActiveThread[], reader: Member): Promise<ThreadSummary[]> {
  const ids = active.map(({ threadId }) => threadId);
  const readable = readableBy(reader);
  const [threads, latest, people, unread] = await Promise.all([
    db().thread.findMany({ where: { id: { in: ids } }, select: summarySelect }),
    latestIn(active, readable),
    peopleIn(ids, readable),
    countUnread(ids, reader),
  ]);
  const threadById = new Map(threads.map((thread) => [thread.id, thread]));
  return active.flatMap(({ threadId, comments }) => {
    const thread = threadById.get(threadId);
    const last = latest.get(threadId);
    if (!thread || !last) return [];
    return {
      id: threadId,
      subject: subjectView(thread),
      comments,
      unread: unread.get(threadId) ?? 0,
      resolved: thread.resolvedAt !== null,
      people: people.get(threadId) ?? [],
      latest: last,
    };
  });
}

/** The last thing said in each thread. */
async function latestIn(
  active: readonly ActiveThread[],
  readable: Prisma.CommentWhereInput,
): Promise<Map<string, ThreadSummary["latest"]>> {
  const rows = await db().comment.findMany({
    where: { AND: [readable, { OR: active.map(({ threadId, lastAt }) => ({ threadId, createdAt: lastAt })) }] },
    orderBy: { id: "asc" },
    select: { threadId: true, text: true, createdAt: true, author: { select: authorSelect } },
  });
  return new Map(
    rows.map(({ threadId, text, createdAt, author }) => [
      threadId,
      { author, excerpt: excerptOf(text), at: createdAt.toISOString() },
    ]),
  );
}

/** The first people to speak in each thread. */
async function peopleIn(threadIds: string[], readable: Prisma.CommentWhereInput): Promise<Map<string, Author[]>> {
  const spoke = await db().comment.groupBy({
    by: ["threadId", "authorId"],
    where: { threadId: { in: threadIds }, authorId: { not: null }, ...readable },
    _min: { createdAt: true },
    orderBy: { _min: { createdAt: "asc" } },
  });
  const users = await db().user.findMany({
    where: { id: { in: spoke.flatMap(({ authorId }) => authorId ?? []) } },
    select: authorSelect,
  });
  const userById = new Map(users.map((user) => [user.id, user]));
  const people = new Map<string, Author[]>();
  for (const { threadId, authorId } of spoke) {
    const named = people.get(threadId) ?? [];
    const user = userById.get(authorId ?? "");
    if (user && named.length < namedPeople) people.set(threadId, [...named, user]);
  }
  return people;
}
