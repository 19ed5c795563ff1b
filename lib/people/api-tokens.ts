/** API tokens: made by a person, shown once, kept as a hash, revocable (database). */
import { db } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import type { ApiToken } from "@/lib/db/generated/client";
import { AppError, notFound } from "@/lib/errors";
import type { ListedApiToken } from "./endpoints";
import { newSecretToken } from "./secret-token";

/** By this prefix people, and scanners that look for leaked secrets, recognise a token of ours. */
const prefix = "rj_";
/** Characters shown of a token, enough to tell two apart: 30 of its 256 bits. */
const hintLength = prefix.length + 5;
const mostTokens = 50;
const seenPrecision = 60 * 1000; // ms

const shown = { id: true, name: true, hint: true, createdAt: true, lastUsedAt: true } as const;

/**
 * Makes a token that acts with all of the person's rights.
 * @returns the token itself too; nobody can read it ever again
 * @throws AppError `conflict` when they have fifty
 */
export async function createApiToken(userId: string, name: string): Promise<ListedApiToken & { token: string }> {
  if ((await db().apiToken.count({ where: { userId, revokedAt: null } })) >= mostTokens) {
    throw new AppError(
      "conflict",
      `You have ${mostTokens} tokens. Revoke one that you no longer use, then make another.`,
    );
  }
  const { token, hash } = newSecretToken(prefix);
  const row = await db().apiToken.create({
    data: { userId, name, tokenHash: hash, hint: token.slice(0, hintLength) },
    select: shown,
  });
  return { ...listed(row), token };
}

/** The person's tokens that still work, the newest first. */
export async function listApiTokens(userId: string): Promise<ListedApiToken[]> {
  const where = { userId, revokedAt: null };
  return (await db().apiToken.findMany({ where, orderBy: { id: "desc" }, select: shown })).map(listed);
}

/**
 * Makes the token stop working at once; its sockets close.
 * @throws AppError `not-found` when it isn't theirs
 */
export async function revokeApiToken(userId: string, tokenId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id: tokenId, userId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw notFound("token");
    await announce(tx, { type: "token.revoked", userId, tokenId });
  });
}

/** Notes that the token was used just now, when the note we have is old enough to be worth replacing. */
export async function touchApiToken(token: { id: string; lastUsedAt: Date | null }, now = new Date()): Promise<void> {
  if (token.lastUsedAt && now.getTime() - token.lastUsedAt.getTime() < seenPrecision) return;
  await db().apiToken.updateMany({ where: { id: token.id }, data: { lastUsedAt: now } });
}

function listed(row: Pick<ApiToken, keyof typeof shown>): ListedApiToken {
  return { ...row, createdAt: row.createdAt.toISOString(), lastUsedAt: row.lastUsedAt?.toISOString() ?? null };
}
