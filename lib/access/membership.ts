/** Looks up a person's membership (database). */
import { db } from "@/lib/db/client";
import type { Member } from "./policies";
import { memberAs, standingAt } from "./standing";

const find = (userId: string, workspaceId: string) =>
  db().membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { userId: true, role: true, standing: true, standingUntil: true },
  });

/** The person as a member of the workspace, with the rights that they have now; null for a stranger. */
export async function memberOf(userId: string, workspaceId: string, now = new Date()): Promise<Member | null> {
  const row = await find(userId, workspaceId);
  return row && memberAs(row, now);
}

/** Whether the person is a member whom moderators have shut out, for the time being or for good. */
export async function isShutOut(userId: string, workspaceId: string, now = new Date()): Promise<boolean> {
  const row = await find(userId, workspaceId);
  if (!row) return false;
  const standing = standingAt(row, now);
  return standing === "suspended" || standing === "banned";
}
