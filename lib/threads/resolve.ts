/** Says that nothing is left to say in a thread, or takes that back (database). It can be written in all the same. */
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { giveOfResolution } from "@/lib/notices/give";
import type { ThreadPlace } from "./store";

/** Resolves the thread or opens it again; what is so already stays as it is, with whoever did it. */
export function setResolved(
  { id: threadId, articleId, highlightId, rebuttalId }: ThreadPlace,
  isResolved: boolean,
  { userId }: Member,
  now: Date,
): Promise<void> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.thread.updateMany({
      where: { id: threadId, resolvedAt: isResolved ? null : { not: null } },
      data: isResolved ? { resolvedAt: now, resolvedById: userId } : { resolvedAt: null, resolvedById: null },
    });
    if (count > 0 && isResolved) await giveOfResolution(tx, threadId, userId);
    if (count > 0) await announce(tx, { type: "thread.changed", articleId, threadId, highlightId, rebuttalId });
  });
}
