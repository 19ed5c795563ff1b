/** Decides items of the queue, and takes a decision back while its maker still can (database). */
import type { Member } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import type { Decision } from "@/lib/db/generated/client";
import { AppError, notFound } from "@/lib/errors";
import { conflictOver, conflictWords } from "./conflicts";
import { groundsOf } from "./grounds";
import { lockContent } from "./locked";
import { record } from "./log";
import { giveNotice, withdrawNotices } from "./notices";
import type { Outcome } from "./review";
import { type ContentMeasure, enforce, isRestriction, revert } from "./rulings";
import type { Choice } from "./schema";
import { lockTarget, moderatorsOf, openItem, step, type Target } from "./target";
import { columnsOf, type TargetRef } from "./target-ref";

/** How long a decision can be taken back, in ms: the ten seconds that the desk offers, and the way there. */
const undoPeriod = 15_000;

const outcomeOf: Record<ContentMeasure, Outcome> = {
  approve: "approved",
  ignore: "ignored",
  hide: "rejected",
  remove: "rejected",
};

/**
 * Decides the item.
 * @param version of the item that the moderator has before them
 * @throws AppError `conflict` when it isn't that any more, `forbidden` when somebody else has to decide
 */
export function decide(
  itemId: string,
  version: number,
  choice: Choice,
  moderator: Member,
  now: Date,
): Promise<{ decisionId: string }> {
  return db().$transaction(async (tx) => {
    const target = await lockTarget(tx, itemId);
    const flaggerIds = await openFlaggers(tx, itemId);
    await requireNoConflict(tx, target, flaggerIds, moderator, now);
    const item = await step(tx, target.item, { type: "decide", outcome: outcomeOf[choice.measure], version }, now);
    const grounds = isRestrictive(choice) ? await groundsOf(tx, item.workspaceId, choice) : null;
    await endAutomatic(tx, target, choice.measure, now);
    const source = flaggerIds.length > 0 ? "notice" : "own_initiative";
    const automatedDetection = (await tx.detection.count({ where: { itemId, decisionId: null } })) > 0;
    const ruling = {
      measure: choice.measure,
      grounds,
      source,
      automatedDetection,
      decidedById: moderator.userId,
    } as const;
    const decision = await enforce(tx, target, ruling, now);
    await judgeFlags(tx, itemId, decision);
    await tx.detection.updateMany({ where: { itemId, decisionId: null }, data: { decisionId: decision.id } });
    const told = flaggerIds.filter((id) => id !== moderator.userId);
    if (choice.measure !== "ignore") await giveNotice(tx, decision, "flag_decided", told);
    return { decisionId: decision.id };
  });
}

/**
 * Takes one's own decision back: everything is as it was before, and nobody is told of it any more.
 * @throws AppError `not-found`, `gone` when the time for it is over, `conflict` when something else has happened since
 */
export function undoDecision(decisionId: string, moderator: Member, now: Date): Promise<void> {
  return db().$transaction(async (tx) => {
    const found = await tx.decision.findUnique({ where: { id: decisionId }, select: { itemId: true } });
    if (!found?.itemId) throw notFound("decision");
    const { itemId } = found;
    const target = await lockTarget(tx, itemId);
    const decision = await tx.decision.findUniqueOrThrow({ where: { id: decisionId }, include: { appeal: true } });
    if (decision.decidedById !== moderator.userId)
      throw new AppError("forbidden", "Only whoever decided can take it back. Nothing was changed.");
    if (decision.undoneAt) return;
    if (decision.appeal || decision.overturnedAt || now.getTime() > decision.at.getTime() + undoPeriod)
      throw new AppError("gone", "The time to undo this is over. Decide anew instead.");
    await revert(tx, target, decision, decision.stateBefore ?? target.content.state);
    await step(tx, target.item, { type: "undo" }, now);
    await tx.decision.update({ where: { id: decisionId }, data: { undoneAt: now } });
    // What it had ended holds again, and what it had judged is open again.
    await tx.decision.updateMany({ where: { itemId, undoneAt: decision.at }, data: { undoneAt: null } });
    await tx.flag.updateMany({ where: { decisionId }, data: { decisionId: null, agreed: null } });
    await tx.detection.updateMany({ where: { decisionId }, data: { decisionId: null } });
    await withdrawNotices(tx, decisionId);
    await record(tx, target.item.workspaceId, moderator.userId, {
      action: "decision.undone",
      data: { decisionId, itemId, ...columnsOf(target.content) },
    });
  });
}

/**
 * Puts the content into the queue on a moderator's own initiative, again if it was found all right before. One that waits
 * or is restricted stays as it is: the way back from a restriction is an appeal.
 * @returns the item's id
 */
export function openReview(ref: TargetRef, moderator: Member, now: Date): Promise<string> {
  return db().$transaction(async (tx) => {
    const content = await lockContent(tx, ref);
    const columns = columnsOf(ref);
    const before = await tx.reviewItem.findFirst({ where: columns, select: { id: true, status: true } });
    const isOpened = before === null || before.status === "approved" || before.status === "ignored";
    const { id } = isOpened ? await openItem(tx, content, now) : before;
    if (isOpened)
      await record(tx, content.workspaceId, moderator.userId, {
        action: "item.opened",
        data: { itemId: id, ...columns },
      });
    return id;
  });
}

async function openFlaggers(tx: Tx, itemId: string): Promise<string[]> {
  const flags = await tx.flag.findMany({
    where: { itemId, withdrawnAt: null, agreed: null, userId: { not: null } },
    select: { userId: true },
  });
  return flags.flatMap(({ userId }) => userId ?? []);
}

async function requireNoConflict(
  tx: Tx,
  { content, item }: Target,
  flaggerIds: string[],
  moderator: Member,
  now: Date,
) {
  const moderatorIds = await moderatorsOf(tx, item.workspaceId, now);
  const conflict = conflictOver({
    moderatorId: moderator.userId,
    authorIds: content.authorIds,
    flaggerIds,
    moderatorIds,
  });
  if (conflict) throw new AppError("forbidden", `${conflictWords[conflict]} Nothing was changed.`);
}

type Restrictive = Extract<Choice, { measure: "hide" | "remove" }>;
const isRestrictive = (choice: Choice): choice is Restrictive => isRestriction(choice.measure);

/** A moderator has looked: what was done automatically is theirs now, or is taken back. */
async function endAutomatic(tx: Tx, { item }: Target, measure: ContentMeasure, now: Date): Promise<void> {
  if (measure === "ignore") return;
  await tx.decision.updateMany({
    where: { itemId: item.id, automatedDecision: true, undoneAt: null, overturnedAt: null },
    data: { undoneAt: now },
  });
}

/** Passing an item over says nothing about its flags. */
async function judgeFlags(tx: Tx, itemId: string, { id: decisionId, measure }: Decision): Promise<void> {
  if (measure === "ignore") return;
  await tx.flag.updateMany({
    where: { itemId, withdrawnAt: null, agreed: null },
    data: { agreed: measure !== "approve", decisionId },
  });
}
