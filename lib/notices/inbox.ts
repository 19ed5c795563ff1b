/** The inbox (database): what a person was told and may see now, and how much of it is new. */
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type Cursor, cursorOf } from "@/lib/threads/cursor";
import type { Notice } from "./schema";
import { isShown, reachOfInbox } from "./shown";
import { viewsOf } from "./views";

interface Page {
  /** The notices after this place; null for the newest. */
  before: Cursor | null;
  limit: number;
}

/** The page that the inbox opens with. */
const newestNotices: Page = { before: null, limit: 30 };

/** What the person was told, newest first. */
export async function listNotices(
  recipientId: string,
  now: Date,
  { before, limit }: Page = newestNotices,
): Promise<{ notices: Notice[]; unread: number; next: string | null }> {
  const shown = isShown(await reachOfInbox(recipientId, now));
  const after = before
    ? Prisma.sql`AND (n."createdAt", n."id") < (${before.at}::timestamptz, ${before.id}::uuid)`
    : Prisma.empty;
  const [rows, unread] = await Promise.all([
    db().$queryRaw<{ id: string; createdAt: Date }[]>`
      SELECT n."id", n."createdAt" FROM "Notice" n WHERE ${shown} ${after}
      ORDER BY n."createdAt" DESC, n."id" DESC LIMIT ${limit + 1}`,
    countOf(shown),
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const ids = page.map(({ id }) => id);
  return {
    notices: await viewsOf(ids, now),
    unread,
    next: last ? cursorOf({ at: last.createdAt, id: last.id }) : null,
  };
}

/** How many notices show the person something that they haven't read. */
export async function countUnread(recipientId: string, now: Date): Promise<number> {
  return countOf(isShown(await reachOfInbox(recipientId, now)));
}

async function countOf(shown: Prisma.Sql): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Notice" n WHERE ${shown} AND n."readAt" IS NULL`;
  return row?.count ?? 0;
}
