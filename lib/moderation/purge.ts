/** Takes a comment out of the database for good (database): its words, every copy of them, and every place that may quote them. */
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { nextContent } from "./content";
import { record } from "./log";
import { lockComment, setState, step } from "./target";

/** What stands where words were that the database needs to be there. */
const purgedWords = "[purged]";

/**
 * Purges the comment. There is no way back; the log keeps that it was done, when and by whom.
 * @throws AppError `not-found`, `gone` when it was purged before
 */
export function purgeComment(commentId: string, owner: Member, now: Date): Promise<void> {
  return db().$transaction(async (tx) => {
    const comment = await lockComment(tx, commentId);
    const next = nextContent({ state: comment.state }, { type: "purge" });
    if (!next) throw new AppError("gone", "This was purged before. Nothing is left of it.");
    const item = await tx.reviewItem.findUnique({ where: { commentId } });
    if (item) {
      const ofItem = { itemId: item.id };
      await tx.flag.updateMany({ where: ofItem, data: { words: "" } });
      await tx.decision.updateMany({ where: ofItem, data: { snapshot: Prisma.DbNull } });
      await tx.decision.updateMany({ where: { ...ofItem, facts: { not: "" } }, data: { facts: purgedWords } });
      await tx.appeal.updateMany({ where: { decision: ofItem }, data: { text: purgedWords } });
      await tx.appeal.updateMany({ where: { decision: ofItem, reply: { not: null } }, data: { reply: purgedWords } });
      if (item.status === "pending")
        await step(tx, item, { type: "decide", outcome: "rejected", version: item.version }, now);
    }
    await tx.mention.deleteMany({ where: { commentId } });
    await tx.commentVersion.deleteMany({ where: { commentId } });
    await tx.comment.update({
      where: { id: commentId },
      data: { body: { type: "doc", content: [] }, text: "" },
    });
    await setState(tx, comment, next.state);
    await record(tx, comment.thread.article.workspaceId, owner.userId, {
      action: "comment.purged",
      data: { commentId },
    });
  });
}
