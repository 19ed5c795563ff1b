/** Who brought a member in, and who brought those in (database). */
import { db } from "@/lib/db/client";
import { authorSelect } from "@/lib/threads/view";

/** How far back the chain of invitations goes. */
const longestChain = 5;

/** The chain of inviters, the nearest first. */
export async function readInviters(workspaceId: string, memberId: string) {
  const chain: { id: string; name: string; color: string }[] = [];
  for (let userId = memberId; chain.length < longestChain; ) {
    const membership = await db().membership.findUnique({
      where: { workspaceId_userId: { workspaceId, userId } },
      select: { invitedBy: { select: authorSelect } },
    });
    const inviter = membership?.invitedBy;
    if (!inviter || chain.some(({ id }) => id === inviter.id)) return chain;
    chain.push(inviter);
    userId = inviter.id;
  }
  return chain;
}
