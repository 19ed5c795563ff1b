/** Restricts members and sets them free (database). It holds at once, on open sockets too. */
import { type Member, may, type Role } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import type { Decision, Membership } from "@/lib/db/generated/client";
import { AppError, notFound } from "@/lib/errors";
import { groundsOf } from "./grounds";
import { record } from "./log";
import { currentStanding, type MemberEvent, nextStanding, type Standing } from "./member";
import { giveNotice } from "./notices";
import { appealEnd } from "./rulings";
import type { MemberChoice } from "./schema";

interface Restriction {
  workspaceId: string;
  targetId: string;
  choice: MemberChoice;
  moderator: Member;
}

/**
 * Decides about a member, with reasons, and tells them.
 * @throws AppError `not-found`, `forbidden`, `conflict` when it can't be done as they stand now, `invalid-input`
 */
export function restrictMember(
  { workspaceId, targetId, choice, moderator }: Restriction,
  now: Date,
): Promise<{ decisionId: string }> {
  return db().$transaction(async (tx) => {
    const target = await lockMembership(tx, workspaceId, targetId);
    if (!may(moderator, "member.restrict", { targetId, targetRole: target.role }))
      throw new AppError("forbidden", "Your role doesn't allow that about this member. Nothing was changed.");
    const before = standingOf(target);
    const next = nextStanding(before, eventOf(choice, now), now);
    if (!next)
      throw new AppError("conflict", "This can't be done to the member as they stand now. Nothing was changed.");
    const grounds = choice.measure === "reinstate" ? null : await groundsOf(tx, workspaceId, choice);
    const decision = await tx.decision.create({
      data: {
        workspaceId,
        measure: choice.measure,
        affectedId: targetId,
        decidedById: moderator.userId,
        ...grounds,
        source: "own_initiative",
        standingBefore: before.state,
        untilBefore: untilOf(before),
        until: untilOf(next),
        at: now,
        appealUntil: grounds && appealEnd(now),
      },
    });
    await setStanding(tx, target, next);
    await record(tx, workspaceId, moderator.userId, {
      action: "member.decided",
      data: { decisionId: decision.id, memberId: targetId, measure: choice.measure },
    });
    await giveNotice(tx, decision, "member_decided", [targetId]);
    return { decisionId: decision.id };
  });
}

/**
 * Gives the member the standing back that they had before the decision, as far as that still lasts.
 * @throws AppError `conflict` when something else was decided about them since
 */
export async function revertStanding(tx: Tx, decision: Decision, now: Date): Promise<void> {
  const { workspaceId, affectedId, standingBefore, untilBefore, id } = decision;
  const target = affectedId === null ? null : await findMembership(tx, workspaceId, affectedId);
  if (!target || standingBefore === null) return;
  const later = await tx.decision.count({
    where: {
      workspaceId,
      affectedId,
      itemId: null,
      undoneAt: null,
      overturnedAt: null,
      at: { gt: decision.at },
      id: { not: id },
    },
  });
  if (later > 0)
    throw new AppError("conflict", "Something else was decided about this member since. Nothing was changed.");
  const before = standingOf({ standing: standingBefore, standingUntil: untilBefore });
  await setStanding(tx, target, currentStanding(before, now));
}

/** A restriction that still holds for somebody who left and comes back: leaving doesn't end it. */
export async function lastingStanding(tx: Tx, workspaceId: string, userId: string, role: Role, now: Date) {
  const last = await tx.decision.findFirst({
    where: { workspaceId, affectedId: userId, itemId: null, undoneAt: null, overturnedAt: null },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { measure: true, until: true },
  });
  if (!last || role === "owner") return {};
  const standing = currentStanding(standingAfter(last), now);
  return { standing: standing.state, standingUntil: untilOf(standing) };
}

function standingAfter({ measure, until }: Pick<Decision, "measure" | "until">): Standing {
  switch (measure) {
    case "premoderate":
      return { state: "premoderated" };
    case "silence":
      return until ? { state: "silenced", until } : { state: "active" };
    case "suspend":
      return until ? { state: "suspended", until } : { state: "active" };
    case "ban":
      return { state: "banned" };
    default:
      return { state: "active" };
  }
}

function eventOf(choice: MemberChoice, now: Date): MemberEvent {
  switch (choice.measure) {
    case "silence":
    case "suspend":
      return { type: choice.measure, until: new Date(now.getTime() + choice.hours * hour) };
    default:
      return { type: choice.measure };
  }
}

const hour = 60 * 60 * 1000; // ms

/** The row as the machine knows it. */
export function standingOf({ standing, standingUntil }: Pick<Membership, "standing" | "standingUntil">): Standing {
  switch (standing) {
    case "silenced":
    case "suspended":
      // The database sees to it that what runs out has an end.
      return { state: standing, until: standingUntil ?? new Date(0) };
    default:
      return { state: standing };
  }
}

const untilOf = (standing: Standing) => ("until" in standing ? standing.until : null);

async function lockMembership(tx: Tx, workspaceId: string, userId: string): Promise<Membership> {
  await tx.$queryRaw`SELECT 1 FROM "Membership"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "userId" = ${userId}::uuid FOR UPDATE`;
  const membership = await findMembership(tx, workspaceId, userId);
  if (!membership) throw notFound("member");
  return membership;
}

const findMembership = (tx: Tx, workspaceId: string, userId: string) =>
  tx.membership.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } });

/** Writes the standing, and tells every process, so that the member's sockets follow at once. */
async function setStanding(tx: Tx, { workspaceId, userId }: Membership, standing: Standing): Promise<void> {
  await tx.membership.update({
    where: { workspaceId_userId: { workspaceId, userId } },
    data: { standing: standing.state, standingUntil: untilOf(standing) },
  });
  await announce(tx, { type: "member.changed", workspaceId, userId });
}
