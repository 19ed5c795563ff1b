/** Members' flags (database): made once each, withdrawn, weighed together; enough of them hide content until a moderator looks. */
import { isAtLeast, type Member } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { lockContent, says } from "./locked";
import { record } from "./log";
import type { ReasonCode } from "./reasons";
import { enforce } from "./rulings";
import { openItem, type Target } from "./target";
import { columnsOf, type TargetRef } from "./target-ref";
import { autoHideScore, scoreOf, type WeighedFlag } from "./weights";

interface NewFlag {
  reason: ReasonCode;
  /** The flagger's own; may be empty. */
  words: string;
}

/**
 * Flags the content. The first flag puts it into the queue, further ones join it there.
 * @throws AppError `gone` when readers don't see it (any more), `conflict` when this person has flagged it before
 */
export function flagContent(ref: TargetRef, { reason, words }: NewFlag, flagger: Member, now: Date): Promise<void> {
  return db().$transaction(async (tx) => {
    const content = await lockContent(tx, ref);
    if (content.state !== "visible" || !says(content))
      throw new AppError("gone", `This ${ref.kind} is no longer to be seen, so it needs no flag. Nothing was sent.`);
    const { workspaceId } = content;
    const columns = columnsOf(ref);
    const before = await tx.flag.findFirst({
      where: { userId: flagger.userId, item: columns },
      select: { id: true },
    });
    if (before)
      throw new AppError(
        "conflict",
        `You have flagged this ${ref.kind} before. One flag counts; the moderators have it. Nothing was sent.`,
      );
    const item = await openItem(tx, content, now);
    await tx.flag.create({ data: { itemId: item.id, userId: flagger.userId, reason, words, createdAt: now } });
    await record(tx, workspaceId, flagger.userId, {
      action: "flag.made",
      data: { itemId: item.id, ...columns, reason },
    });
    const score = await weigh(tx, item.id, workspaceId, now);
    if (score >= autoHideScore) await hideAutomatically(tx, { content, item }, now);
  });
}

/**
 * Takes the person's flag back. Without one, nothing happens.
 * @throws AppError `conflict` when a moderator has decided
 */
export function withdrawFlag(ref: TargetRef, flagger: Member, now: Date): Promise<void> {
  return db().$transaction(async (tx) => {
    const { workspaceId } = await lockContent(tx, ref);
    const columns = columnsOf(ref);
    const flag = await tx.flag.findFirst({
      where: { userId: flagger.userId, withdrawnAt: null, item: columns },
      select: { id: true, itemId: true, agreed: true, item: { select: { status: true } } },
    });
    if (!flag) return;
    if (flag.agreed !== null || flag.item.status !== "pending")
      throw new AppError("conflict", "A moderator has decided about this already, so the flag stays on record.");
    await tx.flag.update({ where: { id: flag.id }, data: { withdrawnAt: now } });
    await record(tx, workspaceId, flagger.userId, {
      action: "flag.withdrawn",
      data: { itemId: flag.itemId, ...columns },
    });
    await weigh(tx, flag.itemId, workspaceId, now);
  });
}

/** Weighs the item's open flags anew and keeps the score. */
async function weigh(tx: Tx, itemId: string, workspaceId: string, now: Date): Promise<number> {
  const flags = await tx.flag.findMany({
    where: { itemId, withdrawnAt: null, agreed: null, userId: { not: null } },
    select: { userId: true },
  });
  const flaggers = flags.flatMap(({ userId }) => userId ?? []);
  const score = scoreOf(await weighed(tx, flaggers, workspaceId), now.getTime());
  await tx.reviewItem.update({ where: { id: itemId }, data: { score } });
  return score;
}

async function weighed(tx: Tx, flaggers: string[], workspaceId: string): Promise<WeighedFlag[]> {
  const members = await tx.membership.findMany({
    where: { workspaceId, userId: { in: flaggers } },
    select: { userId: true, role: true, createdAt: true, invitedById: true },
  });
  const verdicts = await tx.flag.groupBy({
    by: ["userId", "agreed"],
    where: { userId: { in: flaggers }, item: { workspaceId }, agreed: { not: null } },
    _count: true,
  });
  const countOf = (userId: string, agreed: boolean) =>
    verdicts.find((verdict) => verdict.userId === userId && verdict.agreed === agreed)?._count ?? 0;
  return members.map(({ userId, role, createdAt, invitedById }) => ({
    agreed: countOf(userId, true),
    disagreed: countOf(userId, false),
    isStaff: isAtLeast(role, "moderator"),
    joinedAt: createdAt.getTime(),
    circle: invitedById,
  }));
}

async function hideAutomatically(tx: Tx, target: Target, now: Date): Promise<void> {
  const [main] = await tx.flag.groupBy({
    by: ["reason"],
    where: { itemId: target.item.id, withdrawnAt: null, agreed: null },
    _count: { reason: true },
    orderBy: [{ _count: { reason: "desc" } }, { reason: "asc" }],
    take: 1,
  });
  const grounds = {
    reason: main?.reason ?? "other",
    ground: "rule",
    ruleId: null,
    groundWords: "Flagged content is hidden until a moderator has looked",
    facts: "Several members flagged this. It was hidden automatically, and waits for a moderator.",
  } as const;
  await enforce(
    tx,
    target,
    { measure: "hide", grounds, source: "notice", automatedDetection: false, decidedById: null },
    now,
  );
}
