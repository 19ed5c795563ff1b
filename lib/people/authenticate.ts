/** Tells who sent a request or opened a socket, from its headers (database). */
import { config, demoSignInsAreOn } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import type { Actor } from "./actor";
import { touchApiToken } from "./api-tokens";
import { cookieIn, sessionCookieName } from "./cookies";
import { hashOfToken } from "./secret-token";
import { readSessionToken, type SessionClaims } from "./session-token";
import { oldestOpen, touchSignIn } from "./sign-ins";

const person = { id: true, name: true, email: true, color: true } as const;

/**
 * The person behind an `Authorization: Bearer` token or a session cookie; null for a stranger. The token or sign-in is
 * looked up each time, so what was revoked or ended counts at the very next request.
 */
export async function authenticate(headers: Headers): Promise<Actor | null> {
  const authorization = headers.get("authorization");
  if (authorization) return byToken(authorization);
  const { appUrl, authSecret } = config();
  const claims = await readSessionToken(cookieIn(headers.get("cookie"), sessionCookieName(appUrl)), authSecret);
  return claims && bySession(claims);
}

/** The person whose sign-in the session's claims name; null when it has ended. */
export async function bySession({ sub, signInId }: SessionClaims): Promise<Actor | null> {
  const signIn = await db().signIn.findFirst({
    where: { id: signInId, userId: sub, endedAt: null, createdAt: { gt: oldestOpen() }, user: admitted() },
    select: { id: true, lastSeenAt: true, user: { select: person } },
  });
  if (!signIn) return null;
  await touchSignIn(signIn);
  return { user: signIn.user, via: { type: "session", signInId: signIn.id } };
}

async function byToken(authorization: string): Promise<Actor | null> {
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  if (!token) return null;
  const found = await db().apiToken.findFirst({
    where: { tokenHash: hashOfToken(token), revokedAt: null, user: admitted() },
    select: { id: true, lastUsedAt: true, user: { select: person } },
  });
  if (!found) return null;
  await touchApiToken(found);
  return { user: found.user, via: { type: "token", tokenId: found.id } };
}

/** Everybody, or everybody but the demo people: what they did while their sign-ins were on must not keep a door open. */
const admitted = () => (demoSignInsAreOn(config()) ? {} : { demo: false });
