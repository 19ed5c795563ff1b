/** Appeals (database): the author asks once, somebody else looks again, and being right restores everything. */
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { AppError, notFound } from "@/lib/errors";
import { conflictOverAppeal, conflictWords } from "./conflicts";
import { record } from "./log";
import { giveNotice } from "./notices";
import { revert } from "./rulings";
import { mayAppeal } from "./statement";
import { lockTarget, moderatorsOf, step } from "./target";

/**
 * Appeals against a decision on one's own content.
 * @throws AppError `not-found` when it is not about the person's content, `gone` when it can't be appealed (any more)
 */
export function makeAppeal(decisionId: string, authorId: string, text: string, now: Date): Promise<void> {
  return db().$transaction(async (tx) => {
    const found = await tx.decision.findFirst({
      where: { id: decisionId, affectedId: authorId },
      select: { itemId: true },
    });
    if (!found) throw notFound("decision");
    const { item } = await lockTarget(tx, found.itemId);
    const decision = await tx.decision.findUniqueOrThrow({ where: { id: decisionId }, include: { appeal: true } });
    if (!mayAppeal(decision, item.status, now))
      throw new AppError(
        "gone",
        "This decision can't be appealed: it was appealed before, the time is over, or it doesn't hold. Your words were not sent.",
      );
    const { id: appealId } = await tx.appeal.create({ data: { decisionId, authorId, text, createdAt: now } });
    await record(tx, item.workspaceId, authorId, { action: "appeal.made", data: { appealId, decisionId } });
  });
}

/**
 * Decides the appeal. When it was right, the content is to be seen again, and the flags were wrong.
 * @throws AppError `not-found`, `conflict` when it was decided meanwhile, `forbidden` when somebody else has to decide
 */
export function decideAppeal(
  appealId: string,
  { outcome, reply }: { outcome: "upheld" | "overturned"; reply: string },
  moderator: Member,
  now: Date,
): Promise<void> {
  return db().$transaction(async (tx) => {
    const found = await tx.appeal.findUnique({
      where: { id: appealId },
      select: { decisionId: true, decision: { select: { itemId: true } } },
    });
    if (!found) throw notFound("appeal");
    const target = await lockTarget(tx, found.decision.itemId);
    const appeal = await tx.appeal.findUniqueOrThrow({ where: { id: appealId }, include: { decision: true } });
    const { decision, authorId } = appeal;
    if (appeal.status !== "pending")
      throw new AppError("conflict", "Somebody has decided this appeal already. Nothing was changed; look again.");
    const conflict = conflictOverAppeal({
      moderatorId: moderator.userId,
      appellantId: authorId,
      deciderId: decision.decidedById,
      moderatorIds: await moderatorsOf(tx, decision.workspaceId),
    });
    if (conflict) throw new AppError("forbidden", conflictWords[conflict]);

    if (outcome === "overturned") {
      await revert(tx, target, decision, "visible");
      await step(tx, target.item, { type: "overturn" }, now);
      await tx.decision.update({ where: { id: decision.id }, data: { overturnedAt: now } });
      await tx.flag.updateMany({ where: { decisionId: decision.id }, data: { agreed: false } });
      const told = await tx.notice.findMany({
        where: { decisionId: decision.id, kind: "flag_decided" },
        select: { recipientId: true },
      });
      // What they were told has changed.
      await giveNotice(
        tx,
        decision,
        "flag_decided",
        told.map(({ recipientId }) => recipientId),
      );
    }
    await tx.appeal.update({
      where: { id: appealId },
      data: { status: outcome, reply, decidedAt: now, decidedById: moderator.userId },
    });
    await record(tx, decision.workspaceId, moderator.userId, {
      action: "appeal.decided",
      data: { appealId, decisionId: decision.id, outcome },
    });
    if (authorId !== null) await giveNotice(tx, decision, "appeal_decided", [authorId]);
  });
}
