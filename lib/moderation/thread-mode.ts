/** Sets a thread's mode, and holds everybody who posts to it (database). */
import { type Member, may } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import type { Thread } from "@/lib/db/generated/client";
import { AppError, notFound } from "@/lib/errors";
import { record } from "./log";
import { nextMode, type PostingRefusal, refusalToPost, type ThreadEvent, type ThreadMode } from "./thread";

/** The columns that say a thread's mode. */
export type ModeColumns = Pick<Thread, "state" | "lockReason" | "slowSeconds">;

/** The row as the machine knows it. */
export function modeOf({ state, lockReason, slowSeconds }: ModeColumns): ThreadMode {
  switch (state) {
    case "open":
      return { state, slowSeconds };
    case "locked":
      // The database sees to it that a lock has a reason.
      return { state, reason: lockReason ?? "resolved" };
    case "archived":
      return { state };
  }
}

/**
 * Locks, slows, archives or opens the thread.
 * @throws AppError `not-found`, `conflict` when this can't happen to it now
 */
export function setThreadMode(
  thread: { id: string; workspaceId: string },
  event: ThreadEvent,
  moderator: Member,
  now: Date,
): Promise<ThreadMode> {
  return db().$transaction(async (tx) => {
    const { workspaceId } = thread;
    await tx.$queryRaw`SELECT 1 FROM "Thread" WHERE "id" = ${thread.id}::uuid FOR UPDATE`;
    const row = await tx.thread.findUnique({ where: { id: thread.id } });
    if (!row) throw notFound("thread");
    const next = nextMode(modeOf(row), event);
    if (!next)
      throw new AppError("conflict", "The thread is not as you saw it any more. Nothing was changed; look again.");
    await tx.thread.update({
      where: { id: row.id },
      data: {
        state: next.state,
        lockReason: next.state === "locked" ? next.reason : null,
        slowSeconds: next.state === "open" ? next.slowSeconds : null,
        modeById: moderator.userId,
        modeAt: now,
      },
    });
    await record(tx, workspaceId, moderator.userId, {
      action: "thread.changed",
      data: { threadId: row.id, ...next },
    });
    const { id: threadId, articleId, highlightId, rebuttalId } = row;
    await announce(tx, { type: "thread.changed", articleId, threadId, highlightId, rebuttalId });
    return next;
  });
}

/**
 * Makes sure that the person may post in the thread now. In slow mode their posts come one after the other, from however
 * many pages: each sees what the one before it wrote.
 * @throws AppError `forbidden` when the thread is locked or archived, `rate-limited` with the seconds to wait
 */
export async function requireMayPost(tx: Tx, threadId: string, poster: Member, now: Date): Promise<void> {
  // A change of mode that is under way is waited for, and so is another post: each takes its number from this row.
  const [row] = await tx.$queryRaw<ModeColumns[]>`
    SELECT "state", "lockReason", "slowSeconds" FROM "Thread" WHERE "id" = ${threadId}::uuid FOR NO KEY UPDATE`;
  if (!row) return;
  const isStaff = may(poster, "moderation.work");
  const isSlow = row.slowSeconds !== null && !isStaff;
  const lastAt = isSlow ? await lastPostOf(tx, threadId, poster.userId) : null;
  const refusal = refusalToPost(modeOf(row), { isStaff, lastAt }, now);
  if (refusal) throw errorOf(refusal);
}

async function lastPostOf(tx: Tx, threadId: string, userId: string): Promise<Date | null> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`slow:${threadId}:${userId}`}, 0))::text`;
  const { _max } = await tx.comment.aggregate({ where: { threadId, authorId: userId }, _max: { createdAt: true } });
  return _max.createdAt;
}

function errorOf(refusal: PostingRefusal): AppError {
  switch (refusal.why) {
    case "locked":
      return new AppError("forbidden", "This thread is locked. Your comment was not posted; its text is kept.");
    case "archived":
      return new AppError("forbidden", "This thread is archived. Your comment was not posted; its text is kept.");
    case "slow": {
      const retryAfter = Math.ceil(refusal.wait / 1000);
      return new AppError(
        "rate-limited",
        `This thread is in slow mode. Your comment was not posted; its text is kept. Try again in ${retryAfter} ${retryAfter === 1 ? "second" : "seconds"}.`,
        { retryAfter },
      );
    }
  }
}
