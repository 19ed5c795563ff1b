/**
 * Notes that somebody has read what they were told (database). A notice of a thread ends with the thread's last comment
 * then; whoever writes it down holds the thread's row, so that no comment that is being posted falls between two notices.
 */
import { db, type Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { announceNotices } from "./announce";

/**
 * Marks notices of the person's as read.
 * @param ids which; null for all
 */
export function markNoticesRead(recipientId: string, ids: readonly string[] | null, now: Date): Promise<void> {
  return db().$transaction(async (tx) => {
    const named = ids === null ? {} : { id: { in: [...ids] } };
    const isNamed = ids === null ? Prisma.sql`true` : Prisma.sql`n."id" = ANY(${[...ids]}::uuid[])`;
    const { count } = await tx.notice.updateMany({
      where: { recipientId, readAt: null, kind: { not: "commented" }, ...named },
      data: { readAt: now },
    });
    await tx.$queryRaw`
      SELECT t."id" FROM "Thread" t
      WHERE EXISTS (SELECT 1 FROM "Notice" n WHERE ${isUnreadOf(recipientId)} AND n."threadId" = t."id" AND ${isNamed})
      ORDER BY t."id" FOR SHARE`;
    const ended = await tx.$executeRaw`
      UPDATE "Notice" n SET "readAt" = ${now}, "toNumber" = greatest(n."fromNumber", t."lastNumber")
      FROM "Thread" t WHERE ${isUnreadOf(recipientId)} AND t."id" = n."threadId" AND ${isNamed}`;
    await announceTo(tx, recipientId, count + ended);
  });
}

/** Marks as read what the person was told of the thread's comments up to the one with this number: they have read those. */
export async function markThreadRead(
  tx: Tx,
  threadId: string,
  recipientId: string,
  upTo: number,
  now: Date,
): Promise<void> {
  const { count } = await tx.notice.updateMany({
    where: { recipientId, readAt: null, comment: { threadId, number: { lte: upTo } } },
    data: { readAt: now },
  });
  const [thread] = await tx.$queryRaw<{ lastNumber: number }[]>`
    SELECT t."lastNumber" FROM "Thread" t
    WHERE t."id" = ${threadId}::uuid
      AND EXISTS (SELECT 1 FROM "Notice" n WHERE ${isUnreadOf(recipientId)} AND n."threadId" = t."id")
    FOR SHARE OF t`;
  if (thread) {
    const { lastNumber } = thread;
    const isAll = upTo >= lastNumber;
    await tx.$executeRaw`
      UPDATE "Notice" n SET ${
        isAll
          ? Prisma.sql`"readAt" = ${now}, "toNumber" = greatest(n."fromNumber", ${lastNumber}::int)`
          : Prisma.sql`"fromNumber" = greatest(n."fromNumber", ${upTo}::int + 1)`
      }
      WHERE ${isUnreadOf(recipientId)} AND n."threadId" = ${threadId}::uuid`;
  }
  await announceTo(tx, recipientId, count + (thread ? 1 : 0));
}

/** Whether `n` is a notice of a thread that the person hasn't read. */
const isUnreadOf = (recipientId: string) =>
  Prisma.sql`n."recipientId" = ${recipientId}::uuid AND n."kind" = 'commented' AND n."readAt" IS NULL`;

/** Their other pages count anew. */
async function announceTo(tx: Tx, recipientId: string, changes: number): Promise<void> {
  if (changes > 0) await announceNotices(tx, [recipientId]);
}
