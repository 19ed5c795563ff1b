/** Looks up a person's membership (database). */
import { db } from "@/lib/db/client";
import type { Member } from "./policies";

/** The person as a member of the workspace; null for a stranger. */
export async function memberOf(userId: string, workspaceId: string): Promise<Member | null> {
  return db().membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { userId: true, role: true },
  });
}
