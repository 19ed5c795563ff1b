/** Joining a workspace by an invitation, with an account or by making one (database). */
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { rateLimit } from "@/lib/http/rate-limit";
import { hashPassword } from "@/lib/people/password";
import { createUser } from "@/lib/people/users";
import { acceptInvitation, invitationState } from "./invitations";

/** An invitation's holder could otherwise ask of many addresses whether they have an account. */
const signUps = rateLimit({
  name: "sign-up",
  times: 20,
  seconds: 60 * 60,
  words: "There were too many attempts to make an account from here. Nothing was made.",
});

/**
 * Brings somebody with an account into the workspace.
 * @throws AppError `gone`
 */
export function join(token: string, userId: string): Promise<{ workspaceId: string }> {
  return db().$transaction((tx) => acceptInvitation(tx, token, userId));
}

/**
 * Makes an account and joins with it: both, or neither.
 * @param address the client's
 * @throws AppError `gone`, `conflict` when the address has an account, `rate-limited`
 */
export async function signUp(
  person: { token: string; name: string; email: string; password: string },
  address: string,
): Promise<{ workspaceId: string }> {
  await signUps.spend(address);
  // Asked before anything else, so that without a good link nobody learns who has an account, nor makes us hash.
  if ((await invitationState(person.token)).state !== "open") {
    throw new AppError("gone", "This invitation can't be used any more. Ask whoever sent it for a new link.");
  }
  const { token, name, email } = person;
  const passwordHash = await hashPassword(person.password);
  return db().$transaction(async (tx) => {
    // Only their word for the address, so far: see confirmEmail in lib/people/provider-accounts.
    const { id } = await createUser(tx, { name, email, emailVerified: null, passwordHash });
    return acceptInvitation(tx, token, id);
  });
}
