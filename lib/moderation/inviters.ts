/** The chain of invitations: who brought a member in, who brought those in, and whom the member brought in (database). */
import { db } from "@/lib/db/client";
import { authorSelect } from "@/lib/threads/view";
import { currentStanding, type Standing } from "./member";
import { standingOf } from "./standing";

/** How far back the chain of invitations goes. */
const longestChain = 10;
/** How many whom somebody brought in are listed. */
const mostBroughtIn = 100;

export interface Invited {
  id: string;
  name: string;
  color: string;
  /** How they stand in the workspace now. */
  standing: Standing["state"];
}

/** The chain of inviters, the nearest first. It ends where an inviter has left the workspace. */
export async function readInviters(workspaceId: string, memberId: string, now: Date): Promise<Invited[]> {
  const chain: Invited[] = [];
  let next = (await readMembership(workspaceId, memberId))?.invitedById ?? null;
  while (next !== null && chain.length < longestChain && !chain.some(({ id }) => id === next)) {
    const inviter = await readMembership(workspaceId, next);
    if (!inviter) break;
    chain.push({ ...inviter.user, standing: currentStanding(standingOf(inviter), now).state });
    next = inviter.invitedById;
  }
  return chain;
}

/** Those who came by the member's invitations, the latest first. */
export async function readBroughtIn(workspaceId: string, memberId: string, now: Date): Promise<Invited[]> {
  const members = await db().membership.findMany({
    where: { workspaceId, invitedById: memberId },
    orderBy: [{ createdAt: "desc" }, { userId: "asc" }],
    take: mostBroughtIn,
    include: { user: { select: authorSelect } },
  });
  return members.map((member) => ({ ...member.user, standing: currentStanding(standingOf(member), now).state }));
}

function readMembership(workspaceId: string, userId: string) {
  return db().membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    include: { user: { select: authorSelect } },
  });
}
