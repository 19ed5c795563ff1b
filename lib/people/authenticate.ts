/** Tells who sent a request or opened a socket, from its headers (database). */
import { config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import type { Actor } from "./actor";
import { hashOfToken } from "./secret-token";
import { readSessionToken, sessionCookieName } from "./session-token";

const person = { id: true, name: true, email: true, color: true } as const;

/** The person behind an `Authorization: Bearer` token or a session cookie; null for a stranger. */
export async function authenticate(headers: Headers): Promise<Actor | null> {
  const authorization = headers.get("authorization");
  if (authorization) return byToken(authorization);
  return bySession(cookieOf(headers, sessionCookieName(config().appUrl)));
}

async function byToken(authorization: string): Promise<Actor | null> {
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  if (!token) return null;
  const found = await db().apiToken.findUnique({
    where: { tokenHash: hashOfToken(token), revokedAt: null },
    select: { id: true, user: { select: person } },
  });
  return found && { user: found.user, via: { type: "token", tokenId: found.id } };
}

async function bySession(cookie: string | undefined): Promise<Actor | null> {
  const claims = await readSessionToken(cookie, config().authSecret);
  if (!claims) return null;
  const signIn = await db().signIn.findUnique({
    where: { id: claims.signInId, userId: claims.sub, endedAt: null },
    select: { id: true, user: { select: person } },
  });
  return signIn && { user: signIn.user, via: { type: "session", signInId: signIn.id } };
}

function cookieOf(headers: Headers, name: string): string | undefined {
  for (const pair of (headers.get("cookie") ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return decodeURIComponent(pair.slice(at + 1).trim());
  }
  return undefined;
}
