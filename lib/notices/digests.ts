/**
 * Digests and their states (database). Notices are gathered into a digest, and a digest is claimed for sending, in
 * transactions of their own before anything leaves: whatever process dies when, nobody gets a letter twice.
 */
import { db } from "@/lib/db/client";
import type { DigestState } from "@/lib/db/generated/client";
import { defaultChoices, type MailFrequency, type NoticeKind, topicOf } from "./topics";

const minute = 60_000; // ms
const hour = 60 * minute;

/** How long the first notice of a digest waits for others, and for being read in the inbox, in ms. */
const patience: Record<Exclude<MailFrequency, "off">, number> = { hourly: hour, daily: 24 * hour };

/** What waited for longer, because mail was off, is no news any more, in ms. */
const tooOld = 7 * 24 * hour;

/** Whoever sends a digest is done or dead by then, in ms. */
const longestSending = hour;

/** How often a letter is tried that the server doesn't take, and how long the second attempt waits; each one four times longer. */
const mostAttempts = 5;
const firstPause = 5 * minute;

const kinds = Object.keys(topicOf) as NoticeKind[];

/** Gathers what is due into digests, one for each person. Of several processes, one does at a time. */
export async function gatherDigests(now: Date): Promise<void> {
  for (const frequency of ["hourly", "daily"] as const) await gather(frequency, now);
}

async function gather(frequency: keyof typeof patience, now: Date): Promise<void> {
  const before = new Date(now.getTime() - patience[frequency]);
  await db().$transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ isOurs: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended('digests', 0)) AS "isOurs"`;
    if (!lock?.isOurs) return;
    await tx.$executeRaw`
      WITH about AS (
        SELECT * FROM unnest(
          ${kinds}::text[], ${kinds.map((kind) => topicOf[kind])}::text[],
          ${kinds.map((kind) => defaultChoices[topicOf[kind]].mail)}::text[]) AS about("kind", "topic", "mail")
      ), waiting AS (
        SELECT n."id", n."recipientId", n."waitsSince"
        FROM "Notice" n
        JOIN about ON about."kind" = n."kind"::text
        JOIN "User" u ON u."id" = n."recipientId" AND NOT u."demo" AND u."emailVerified" IS NOT NULL
        LEFT JOIN "NoticePreference" p ON p."userId" = n."recipientId" AND p."topic"::text = about."topic"
        WHERE n."readAt" IS NULL AND n."digestId" IS NULL
          AND n."waitsSince" > ${new Date(now.getTime() - tooOld)}
          AND coalesce(p."mail"::text, about."mail") = ${frequency}
      ), people AS MATERIALIZED (
        SELECT "recipientId", gen_random_uuid() AS "digestId" FROM waiting
        GROUP BY "recipientId" HAVING min("waitsSince") <= ${before}
      ), made AS (
        INSERT INTO "Digest" ("id", "userId", "createdAt", "tryAt")
        SELECT "digestId", "recipientId", ${now}, ${now} FROM people
      )
      UPDATE "Notice" n SET "digestId" = people."digestId"
      FROM waiting JOIN people ON people."recipientId" = waiting."recipientId"
      WHERE n."id" = waiting."id"`;
  });
}

export interface ClaimedDigest {
  id: string;
  userId: string;
  /** How often it was tried, this time included. */
  attempts: number;
}

/** Claims a digest to be sent, which nobody else sends then; null when none is due. */
export async function claimDigest(now: Date): Promise<ClaimedDigest | null> {
  const [claimed] = await db().$queryRaw<ClaimedDigest[]>`
    UPDATE "Digest" SET "state" = 'sending', "attempts" = "attempts" + 1, "triedAt" = ${now}
    WHERE "id" = (
      SELECT "id" FROM "Digest" WHERE "state" = 'waiting' AND "tryAt" <= ${now}
      ORDER BY "tryAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING "id", "userId", "attempts"`;
  return claimed ?? null;
}

/** Says how the claimed digest ended. */
export async function endDigest(id: string, state: Extract<DigestState, "sent" | "empty" | "failed">): Promise<void> {
  await db().digest.updateMany({ where: { id, state: "sending" }, data: { state } });
}

/** The mail server didn't take it, and may another time: it waits, until that was so often enough. */
export async function putOffDigest({ id, attempts }: ClaimedDigest, now: Date): Promise<void> {
  if (attempts >= mostAttempts) return endDigest(id, "failed");
  const tryAt = new Date(now.getTime() + firstPause * 4 ** (attempts - 1));
  await db().digest.updateMany({ where: { id, state: "sending" }, data: { state: "waiting", tryAt } });
}

/**
 * Gives up digests whose sending never ended: nobody knows whether they left, so they aren't sent again.
 * @returns how many
 */
export async function giveUpLostDigests(now: Date): Promise<number> {
  const { count } = await db().digest.updateMany({
    where: { state: "sending", triedAt: { lt: new Date(now.getTime() - longestSending) } },
    data: { state: "failed" },
  });
  return count;
}
