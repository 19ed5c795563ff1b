/** Signed-in browsers: one row each, which the session cookie names and which can be ended from anywhere (database). */
import { db, type Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { notFound } from "@/lib/errors";
import { describeBrowser } from "./browser";
import type { ListedSignIn } from "./endpoints";

/** How long a sign-in lasts. */
export const signInDays = 30;

const millisecondsPerDay = 24 * 60 * 60 * 1000;
/** "Last seen" is told to the minute's precision at best; writing it at every request would cost a commit each. */
const seenPrecision = 5 * 60 * 1000; // ms
const longestUserAgent = 300;

/** Sign-ins opened before this moment have run out. */
export function oldestOpen(now = new Date()): Date {
  return new Date(now.getTime() - signInDays * millisecondsPerDay);
}

/** Opens a sign-in for a browser. */
export async function startSignIn(userId: string, userAgent: string | null): Promise<{ id: string }> {
  return db().signIn.create({
    data: { userId, userAgent: userAgent?.slice(0, longestUserAgent) ?? null },
    select: { id: true },
  });
}

/** The person's open sign-ins, the last seen first. `currentId` is the one that asks. */
export async function listSignIns(userId: string, currentId?: string): Promise<ListedSignIn[]> {
  const rows = await db().signIn.findMany({
    where: { userId, endedAt: null, createdAt: { gt: oldestOpen() } },
    orderBy: { lastSeenAt: "desc" },
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
  });
  return rows.map(({ id, userAgent, createdAt, lastSeenAt }) => ({
    id,
    browser: describeBrowser(userAgent),
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    current: id === currentId,
  }));
}

/** Notes that the sign-in was used just now, when the note we have is old enough to be worth replacing. */
export async function touchSignIn(signIn: { id: string; lastSeenAt: Date }, now = new Date()): Promise<void> {
  if (now.getTime() - signIn.lastSeenAt.getTime() < seenPrecision) return;
  await db().signIn.updateMany({ where: { id: signIn.id, endedAt: null }, data: { lastSeenAt: now } });
}

/**
 * Ends one of the person's sign-ins; its sockets close.
 * @throws AppError `not-found` when it isn't theirs
 */
export async function endSignIn(userId: string, signInId: string): Promise<void> {
  const ended = await db().$transaction((tx) => endSignIns(tx, { userId, only: signInId }));
  if (ended === 0) throw notFound("sign-in");
}

/** Ends all of the person's sign-ins but one. */
export async function endOtherSignIns(userId: string, signInId: string): Promise<void> {
  await db().$transaction((tx) => endSignIns(tx, { userId, except: signInId }));
}

/** Ends the person's sign-ins, all or as chosen, tells every process, and returns how many it ended. */
export async function endSignIns(
  tx: Tx,
  { userId, only, except }: { userId: string; only?: string; except?: string },
): Promise<number> {
  const ended = await tx.signIn.updateManyAndReturn({
    where: { userId, endedAt: null, id: { equals: only, not: except } },
    data: { endedAt: new Date() },
    select: { id: true },
  });
  for (const { id } of ended) await announce(tx, { type: "sign-in.ended", userId, signInId: id });
  return ended.length;
}
