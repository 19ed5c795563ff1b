/** Keeps what each person has read of a thread and what they want to hear of it (database). */
import type { Member } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import type { Attention } from "@/lib/db/generated/client";
import { markThreadRead } from "@/lib/notices/read";
import { readableBy } from "./visibility";

/** What nobody has chosen otherwise. */
export const defaultAttention = "ordinary" satisfies Attention;

/** Notes that the person has read the thread up to the comment with this number, and what they were told of those. Reading goes forward only. */
export function markRead(threadId: string, { userId }: Member, upTo: number, now: Date): Promise<void> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "ThreadReading" ("threadId", "userId", "upTo")
      SELECT t."id", ${userId}::uuid, least(${upTo}, t."lastNumber") FROM "Thread" t WHERE t."id" = ${threadId}::uuid
      ON CONFLICT ("threadId", "userId") DO UPDATE SET "upTo" = greatest("ThreadReading"."upTo", excluded."upTo")`;
    await markThreadRead(tx, threadId, userId, upTo, now);
  });
}

/** Keeps what the person wants to hear of the thread. */
export async function setAttention(threadId: string, { userId }: Member, attention: Attention): Promise<void> {
  await db().threadReading.upsert({
    where: { threadId_userId: { threadId, userId } },
    create: { threadId, userId, attention },
    update: { attention },
  });
}

/** Whoever speaks in a thread follows it, unless they ever chose otherwise. */
export async function followBySpeaking(tx: Tx, threadId: string, userId: string): Promise<void> {
  await tx.threadReading.createMany({ data: { threadId, userId, attention: "followed" }, skipDuplicates: true });
  await tx.threadReading.updateMany({
    where: { threadId, userId, attention: null },
    data: { attention: "followed" },
  });
}

/** How many comments of others in each of the threads the reader hasn't read; none of muted threads. */
export async function countUnread(threadIds: readonly string[], reader: Member): Promise<Map<string, number>> {
  const readings = await db().threadReading.findMany({
    where: { userId: reader.userId, threadId: { in: [...threadIds] } },
    select: { threadId: true, upTo: true, attention: true },
  });
  const readingOf = new Map(readings.map((reading) => [reading.threadId, reading]));
  const unread = threadIds
    .filter((threadId) => readingOf.get(threadId)?.attention !== "muted")
    .map((threadId) => ({ threadId, number: { gt: readingOf.get(threadId)?.upTo ?? 0 } }));
  if (unread.length === 0) return new Map();
  const counts = await db().comment.groupBy({
    by: ["threadId"],
    where: {
      AND: [readableBy(reader), { OR: unread }, { OR: [{ authorId: null }, { authorId: { not: reader.userId } }] }],
    },
    _count: true,
  });
  return new Map(counts.map(({ threadId, _count }) => [threadId, _count]));
}
