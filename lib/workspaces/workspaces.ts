/** Workspaces: making, naming and listing them (database). */
import type { Role } from "@/lib/access/policies";
import { memberAs } from "@/lib/access/standing";
import { db, type Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

interface OwnWorkspace {
  id: string;
  name: string;
  /** The person's own. */
  role: Role;
}

/** Enough for anybody; keeps one account from filling the database with empty workspaces. */
const mostOwned = 50;

/**
 * Makes a workspace with the person as its owner.
 * @throws AppError `conflict` when they own fifty
 */
export async function createWorkspace(userId: string, name: string, tx: Tx = db()): Promise<{ id: string }> {
  if ((await tx.membership.count({ where: { userId, role: "owner" } })) >= mostOwned) {
    throw new AppError(
      "conflict",
      `You own ${mostOwned} workspaces, which is the most one person can. Nothing was made.`,
    );
  }
  return tx.workspace.create({
    data: { name, memberships: { create: { userId, role: "owner" } } },
    select: { id: true },
  });
}

/** The workspace, which must exist: for readers whose membership was checked. */
export function readWorkspace(workspaceId: string): Promise<{ id: string; name: string }> {
  return db().workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { id: true, name: true } });
}

/** Gives the workspace another name. */
export async function renameWorkspace(workspaceId: string, name: string): Promise<void> {
  await db().workspace.update({ where: { id: workspaceId }, data: { name } });
}

/** The person's workspaces with the role that they have there now, the longest joined first. */
export async function listWorkspaces(userId: string, now = new Date()): Promise<OwnWorkspace[]> {
  const memberships = await db().membership.findMany({
    where: { userId },
    orderBy: [{ createdAt: "asc" }, { workspaceId: "asc" }],
    include: { workspace: { select: { id: true, name: true } } },
  });
  return memberships.flatMap(({ workspace, ...membership }) => {
    const member = memberAs(membership, now);
    return member ? [{ ...workspace, role: member.role }] : [];
  });
}
