/** Notes that somebody has read what they were told (database). */
import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { announceNotices } from "./announce";

/**
 * Marks notices of the person's as read.
 * @param ids which; null for all
 */
export function markNoticesRead(recipientId: string, ids: readonly string[] | null, now: Date): Promise<void> {
  return db().$transaction((tx) => markRead(tx, recipientId, ids === null ? {} : { id: { in: [...ids] } }, now));
}

/** Marks as read what the person was told of the thread's comments up to the one with this number: they have read those. */
export function markThreadRead(tx: Tx, threadId: string, recipientId: string, upTo: number, now: Date): Promise<void> {
  const toldOfComment = { comment: { threadId, number: { lte: upTo } } };
  return markRead(tx, recipientId, { OR: [toldOfComment, { threadId, toNumber: { lte: upTo } }] }, now);
}

async function markRead(tx: Tx, recipientId: string, which: Prisma.NoticeWhereInput, now: Date): Promise<void> {
  const { count } = await tx.notice.updateMany({
    where: { recipientId, readAt: null, ...which },
    data: { readAt: now },
  });
  // Their other pages count anew.
  if (count > 0) await announceNotices(tx, [recipientId]);
}
