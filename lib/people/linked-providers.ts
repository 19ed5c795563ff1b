/** The accounts at providers by which a person can sign in (database). */
import { config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { AppError, notFound } from "@/lib/errors";

interface LinkedProvider {
  id: string;
  /** github, google or oidc. */
  provider: string;
}

/** The person's linked accounts. */
export function listLinkedProviders(userId: string): Promise<LinkedProvider[]> {
  return db().account.findMany({ where: { userId }, orderBy: { id: "asc" }, select: { id: true, provider: true } });
}

/**
 * Unlinks one, unless the person couldn't sign in any more without it.
 * @throws AppError `not-found`, `conflict`
 */
export async function unlinkProvider(userId: string, accountId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`;
    const user = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { passwordHash: true, accounts: { select: { id: true } } },
    });
    if (!user.accounts.some(({ id }) => id === accountId)) throw notFound("linked account");
    const otherWays = user.passwordHash !== null || config().mail !== null || user.accounts.length > 1;
    if (!otherWays) {
      throw new AppError("conflict", "This is your only way to sign in. Set a password first; nothing was unlinked.");
    }
    await tx.account.delete({ where: { id: accountId } });
  });
}
