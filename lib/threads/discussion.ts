/** Reads one thread, a page at a time, as its reader may see it (database). */
import { type Member, may } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { modeOf } from "@/lib/moderation/thread-mode";
import { type Cursor, cursorOf } from "./cursor";
import type { Discussion } from "./schema";
import { idsOf, type Subject } from "./subject";
import { commentSelectFor, topViewOf } from "./view";
import { standsFor } from "./visibility";

/** Top-level comments in one page, unless fewer are asked for. */
export const discussionPage = 50;

interface Page {
  /** The page before this place; null for the newest. */
  before: Cursor | null;
  /** How many top-level comments at most. */
  limit: number;
}

/** The id of the subject's thread; null while nobody has said anything. */
export async function threadOn(articleId: string, subject: Subject): Promise<string | null> {
  const thread = await db().thread.findFirst({ where: { articleId, ...idsOf(subject) }, select: { id: true } });
  return thread?.id ?? null;
}

/** One page of the thread: the newest top-level comments before a place, each with all its replies, oldest first. */
export async function readDiscussion(
  threadId: string | null,
  reader: Member,
  { before, limit }: Page,
  now: Date,
): Promise<Discussion> {
  const mayModerate = may(reader, "moderation.work");
  const thread = threadId === null ? null : await db().thread.findUnique({ where: { id: threadId } });
  if (!thread)
    return { threadId: null, comments: [], earlier: null, mode: { state: "open", slowSeconds: null }, mayModerate };
  const stands = standsFor(reader, now);
  const commentSelect = commentSelectFor(reader);
  const rows = await db().comment.findMany({
    where: {
      threadId: thread.id,
      parentId: null,
      AND: [
        { OR: [stands, { replies: { some: stands } }] },
        before ? { OR: [{ createdAt: { lt: before.at } }, { createdAt: before.at, id: { lt: before.id } }] } : {},
      ],
    },
    select: {
      ...commentSelect,
      replies: { where: stands, select: commentSelect, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const first = rows.length > limit ? page.at(-1) : undefined;
  return {
    threadId: thread.id,
    comments: page.reverse().flatMap((row) => topViewOf(row, reader, now) ?? []),
    earlier: first ? cursorOf({ at: first.createdAt, id: first.id }) : null,
    mode: modeOf(thread),
    mayModerate,
  };
}
