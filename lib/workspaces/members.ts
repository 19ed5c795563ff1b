/** A workspace's members: who they are, and changes of role or leaving, which can never take the last owner away (database). */
import { isAtLeast, type Member, may, type Role } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { AppError, notFound } from "@/lib/errors";
import { giveOfRole } from "@/lib/notices/give";
import type { ListedMember } from "./endpoints";
import { revokeInvitationsBy } from "./invitations";

/** What the rules for changing a member ask, as it stands now. */
interface ChangeFacts {
  targetId: string;
  targetRole: Role;
  owners: number;
}

/** The members, by name, as the reader may know them: mail addresses are for those who look after the members. */
export async function listMembers(workspaceId: string, reader: Member): Promise<ListedMember[]> {
  const memberships = await db().membership.findMany({
    where: { workspaceId },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
    select: { role: true, createdAt: true, user: { select: { id: true, name: true, email: true, color: true } } },
  });
  const seesAddresses = may(reader, "invitation.list");
  return memberships.map(({ role, createdAt, user: { id, name, email, color } }) => ({
    userId: id,
    name,
    email: seesAddresses || id === reader.userId ? email : null,
    color,
    role,
    joinedAt: createdAt.toISOString(),
  }));
}

async function changeFacts(workspaceId: string, targetId: string, tx: Tx): Promise<ChangeFacts | null> {
  const target = await tx.membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId: targetId } },
    select: { role: true },
  });
  if (!target) return null;
  const owners = await tx.membership.count({ where: { workspaceId, role: "owner" } });
  return { targetId, targetRole: target.role, owners };
}

/** The member as access must see them to decide on a change; null when there is no such member. */
export async function locateMember(
  workspaceId: string,
  userId: string,
): Promise<{ workspaceId: string; facts: ChangeFacts } | null> {
  const facts = await changeFacts(workspaceId, userId, db());
  return facts && { workspaceId, facts };
}

interface Change {
  workspaceId: string;
  /** Who makes it. */
  actorId: string;
  targetId: string;
}

/**
 * Gives a member another role.
 * @throws AppError `forbidden` when it would leave no owner or the actor may not, `not-found`
 */
export async function changeRole(change: Change & { role: Role }): Promise<void> {
  const { workspaceId, targetId, role } = change;
  await inTurn(change, "member.change-role", async (tx, { targetRole }) => {
    if (targetRole === role) return;
    await tx.membership.update({
      where: { workspaceId_userId: { workspaceId, userId: targetId } },
      // Nobody restricts an owner, so whoever becomes one is free.
      data: { role, ...(role === "owner" && { standing: "active", standingUntil: null }) },
    });
    // Links they handed out as somebody who may invite must not outlive that right.
    if (!isAtLeast(role, targetRole)) await revokeInvitationsBy(tx, workspaceId, targetId);
    await announce(tx, { type: "member.changed", workspaceId, userId: targetId });
    if (targetId !== change.actorId) await giveOfRole(tx, workspaceId, targetId);
  });
}

/**
 * Takes a member out of the workspace, at an owner's hand or their own; their sockets close.
 * @throws AppError `forbidden` when it would leave no owner or the actor may not, `not-found`
 */
export async function removeMember(change: Change): Promise<void> {
  const { workspaceId, targetId } = change;
  await inTurn(change, "member.remove", async (tx) => {
    await tx.membership.delete({ where: { workspaceId_userId: { workspaceId, userId: targetId } } });
    await revokeInvitationsBy(tx, workspaceId, targetId);
    await announce(tx, { type: "member.changed", workspaceId, userId: targetId });
  });
}

/**
 * Runs the change alone among the workspace's changes, having asked access about the facts as they are then. Two owners
 * who demote each other at the same moment come one after the other, and the second is no owner any more.
 */
async function inTurn(
  { workspaceId, actorId, targetId }: Change,
  action: "member.change-role" | "member.remove",
  apply: (tx: Tx, facts: ChangeFacts) => Promise<void>,
): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Workspace" WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    const actor: Member | null = await tx.membership.findUnique({
      where: { workspaceId_userId: { workspaceId, userId: actorId } },
      select: { userId: true, role: true },
    });
    const facts = await changeFacts(workspaceId, targetId, tx);
    if (!actor || !facts) throw notFound("member");
    if (!may(actor, action, facts)) throw refusal(facts);
    await apply(tx, facts);
  });
}

function refusal({ targetRole, owners }: ChangeFacts): AppError {
  const lastOwner = targetRole === "owner" && owners === 1;
  return new AppError(
    "forbidden",
    lastOwner
      ? "A workspace needs an owner. Make somebody else an owner first; nothing was changed."
      : "Your role in this workspace doesn't allow that. Nothing was changed.",
  );
}
