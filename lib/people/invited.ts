/** Whether somebody who is signing in came from an invitation (database). */
import { invitationState } from "@/lib/workspaces/invitations";

/** The token in `/join/<token>`; null for any other path. */
function invitationTokenIn(path: string): string | null {
  return /^\/join\/([\w-]{20,100})$/.exec(path.split(/[?#]/)[0] ?? "")?.[1] ?? null;
}

/** Whether the path, where somebody wants to go once signed in, is an invitation that can still be used. */
export async function openInvitationIn(path: string): Promise<boolean> {
  const token = invitationTokenIn(path);
  return token !== null && (await invitationState(token)).state === "open";
}
