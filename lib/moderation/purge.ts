/** Takes content out of the database for good (database): its words, every copy of them, and every place that may quote them. */
import type { Member } from "@/lib/access/policies";
import { forgetNote } from "@/lib/collab/note-cover";
import { db, type Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { forgetRebuttal } from "@/lib/rebuttal/cover";
import { nextContent } from "./content";
import { type LockedContent, lockContent } from "./locked";
import { record } from "./log";
import { setState } from "./set-state";
import { step } from "./target";
import { columnsOf, type TargetRef } from "./target-ref";

/** What stands where words were that the database needs to be there. */
const purgedWords = "[purged]";

/**
 * Purges the content. There is no way back; the log keeps that it was done, when and by whom.
 * @throws AppError `not-found`, `gone` when it was purged before
 */
export function purgeContent(ref: TargetRef, owner: Member, now: Date): Promise<void> {
  return db().$transaction(
    async (tx) => {
      const content = await lockContent(tx, ref);
      const next = nextContent({ state: content.state }, { type: "purge" });
      if (!next) throw new AppError("gone", "This was purged before. Nothing is left of it.");
      await forgetJudgements(tx, ref, now);
      await setState(tx, content, next.state);
      await forgetWords(tx, content);
      const action = `${ref.kind}.purged` as const;
      await record(tx, content.workspaceId, owner.userId, { action, data: columnsOf(ref) });
    },
    { timeout: 60_000 },
  );
}

/** What flags, decisions and appeals said about it may quote it. */
async function forgetJudgements(tx: Tx, ref: TargetRef, now: Date): Promise<void> {
  const item = await tx.reviewItem.findFirst({ where: columnsOf(ref) });
  if (!item) return;
  const ofItem = { itemId: item.id };
  await tx.flag.updateMany({ where: ofItem, data: { words: "" } });
  await tx.detection.deleteMany({ where: ofItem });
  await tx.decision.updateMany({ where: ofItem, data: { snapshot: Prisma.DbNull } });
  await tx.decision.updateMany({ where: { ...ofItem, facts: { not: "" } }, data: { facts: purgedWords } });
  await tx.appeal.updateMany({ where: { decision: ofItem }, data: { text: purgedWords } });
  await tx.appeal.updateMany({ where: { decision: ofItem, reply: { not: null } }, data: { reply: purgedWords } });
  if (item.status === "pending")
    await step(tx, item, { type: "decide", outcome: "rejected", version: item.version }, now);
}

/** The words themselves, and what came before them. */
async function forgetWords(tx: Tx, { kind, id, articleId }: LockedContent): Promise<void> {
  switch (kind) {
    case "comment":
      await tx.mention.deleteMany({ where: { commentId: id } });
      await tx.commentVersion.deleteMany({ where: { commentId: id } });
      await tx.comment.update({ where: { id }, data: { body: { type: "doc", content: [] }, text: "" } });
      break;
    case "note":
      await forgetNote(tx, { id, articleId });
      break;
    case "rebuttal":
      await forgetRebuttal(tx, { id, articleId });
      break;
  }
}
