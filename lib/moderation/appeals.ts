/** Appeals (database): whoever is restricted asks once, somebody else looks again, and being right restores everything. */
import type { Member } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import type { Decision } from "@/lib/db/generated/client";
import { AppError, notFound } from "@/lib/errors";
import { conflictOverAppeal, conflictWords } from "./conflicts";
import { record } from "./log";
import { giveNotice } from "./notices";
import { revert } from "./rulings";
import { revertStanding } from "./standing";
import { mayAppeal } from "./statement";
import { lockTarget, moderatorsOf, step, type Target } from "./target";

/**
 * Appeals against a decision about oneself or what one wrote.
 * @throws AppError `not-found` when it is about somebody else, `gone` when it can't be appealed (any more)
 */
export function makeAppeal(decisionId: string, authorId: string, text: string, now: Date): Promise<void> {
  return db().$transaction(async (tx) => {
    const found = await tx.decision.findFirst({
      where: { id: decisionId, OR: [{ affectedId: authorId }, { coAuthors: { some: { userId: authorId } } }] },
      select: { itemId: true },
    });
    if (!found) throw notFound("decision");
    const target = found.itemId === null ? null : await lockTarget(tx, found.itemId);
    const decision = await tx.decision.findUniqueOrThrow({ where: { id: decisionId }, include: { appeal: true } });
    if (!mayAppeal(decision, target?.item.status ?? null, now))
      throw new AppError(
        "gone",
        "This decision can't be appealed: it was appealed before, the time is over, or it doesn't hold. Your words were not sent.",
      );
    const { id: appealId } = await tx.appeal.create({ data: { decisionId, authorId, text, createdAt: now } });
    await record(tx, decision.workspaceId, authorId, { action: "appeal.made", data: { appealId, decisionId } });
  });
}

/**
 * Decides the appeal. When it was right, everything that the decision did is undone.
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
    const target = found.decision.itemId === null ? null : await lockTarget(tx, found.decision.itemId);
    await tx.$queryRaw`SELECT "id" FROM "Appeal" WHERE "id" = ${appealId}::uuid FOR UPDATE`;
    const appeal = await tx.appeal.findUniqueOrThrow({ where: { id: appealId }, include: { decision: true } });
    const { decision, authorId } = appeal;
    if (appeal.status !== "pending")
      throw new AppError("conflict", "Somebody has decided this appeal already. Nothing was changed; look again.");
    const conflict = conflictOverAppeal({
      moderatorId: moderator.userId,
      appellantId: authorId,
      deciderId: decision.decidedById,
      authorIds: target?.content.authorIds ?? [],
      moderatorIds: await moderatorsOf(tx, decision.workspaceId, now),
    });
    if (conflict) throw new AppError("forbidden", `${conflictWords[conflict]} Nothing was changed.`);

    if (outcome === "overturned") {
      if (target) await overturn(tx, target, decision, now);
      else await revertStanding(tx, decision, now);
      await tx.decision.update({ where: { id: decision.id }, data: { overturnedAt: now } });
    }
    await tx.appeal.update({
      where: { id: appealId },
      data: { status: outcome, reply, decidedAt: now, decidedById: moderator.userId },
    });
    await record(tx, decision.workspaceId, moderator.userId, {
      action: "appeal.decided",
      data: { appealId, decisionId: decision.id, outcome },
    });
    const together = await tx.decisionCoAuthor.findMany({
      where: { decisionId: decision.id },
      select: { userId: true },
    });
    const told = new Set([authorId, decision.affectedId, ...together.map(({ userId }) => userId)]);
    await giveNotice(
      tx,
      decision,
      "appeal_decided",
      [...told].flatMap((id) => id ?? []),
    );
  });
}

/** The content is to be seen again, the flags were wrong, and whoever made them is told so. */
async function overturn(tx: Tx, target: Target, decision: Decision, now: Date): Promise<void> {
  await revert(tx, target, decision, "visible");
  await step(tx, target.item, { type: "overturn" }, now);
  await tx.flag.updateMany({ where: { decisionId: decision.id }, data: { agreed: false } });
  const told = await tx.notice.findMany({
    where: { decisionId: decision.id, kind: "flag_decided" },
    select: { recipientId: true },
  });
  await giveNotice(
    tx,
    decision,
    "flag_decided",
    told.map(({ recipientId }) => recipientId),
  );
}
