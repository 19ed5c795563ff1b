/** Where next-auth keeps accounts by provider and mailed links: its adapter, on our tables (database). */
import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import { db } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { emailSchema, personNameSchema } from "./fields";
import { endSignIns } from "./sign-ins";
import { createUser } from "./users";

const shown = { id: true, email: true, emailVerified: true, name: true } as const;

/** Only what next-auth needs; it must never see a password's hash. */
export const adapter = {
  getUser: (id) => db().user.findUnique({ where: { id }, select: shown }),

  getUserByEmail: (email) => db().user.findUnique({ where: { email: email.toLowerCase() }, select: shown }),

  getUserByAccount: async ({ provider, providerAccountId }) => {
    const account = await db().account.findUnique({
      where: { provider_providerAccountId: { provider, providerAccountId } },
      select: { user: { select: shown } },
    });
    return account?.user ?? null;
  },

  /** Reached only with a proven address: lib/people/admission refuses everybody else. */
  createUser: async ({ email, name }: Omit<AdapterUser, "id">) => {
    const address = emailSchema.parse(email);
    const user = { email: address, emailVerified: new Date(), name: nameFor(name, address), passwordHash: null };
    const { id } = await db().$transaction((tx) => createUser(tx, user));
    return { id, ...user };
  },

  /** next-auth calls it when a mailed link was opened, and for nothing else. */
  updateUser: async ({ id }) => {
    await confirmEmail(id);
    return db().user.findUniqueOrThrow({ where: { id }, select: shown });
  },

  /** Keeps who it is, and none of the provider's tokens: we never call the provider again, so they could only leak. */
  linkAccount: async ({ userId, type, provider, providerAccountId }: AdapterAccount) => {
    await db().account.create({ data: { userId, type, provider, providerAccountId } });
  },

  createVerificationToken: async ({ identifier, token, expires }) => {
    await db().verificationToken.deleteMany({ where: { expires: { lt: new Date() } } });
    return db().verificationToken.create({ data: { identifier, token, expires } });
  },

  /** Deleting and reading are one statement, so a link opened twice at once works once. */
  useVerificationToken: async ({ identifier, token }) => {
    const rows = await db().$queryRaw<{ identifier: string; token: string; expires: Date }[]>`
      DELETE FROM "VerificationToken" WHERE identifier = ${identifier} AND token = ${token} RETURNING *`;
    return rows[0] ?? null;
  },
} satisfies Adapter;

/**
 * Notes that the address is theirs. Until now we had only somebody's word for it: whoever made the account might have
 * waited for the true owner of the address to come. So what that somebody could still get in by is taken away.
 */
async function confirmEmail(userId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, emailVerified: null },
      data: { emailVerified: new Date(), passwordHash: null },
    });
    if (count === 0) return;
    await tx.account.deleteMany({ where: { userId } });
    await endSignIns(tx, { userId });
    const tokens = await tx.apiToken.updateManyAndReturn({
      where: { userId, revokedAt: null },
      data: { revokedAt: new Date() },
      select: { id: true },
    });
    for (const { id } of tokens) await announce(tx, { type: "token.revoked", userId, tokenId: id });
  });
}

/** Providers give odd names or none; the address then serves until they choose one. */
function nameFor(given: string | null | undefined, email: string): string {
  const name = personNameSchema.safeParse(given ?? "");
  return name.success ? name.data : (email.split("@")[0] ?? email);
}
