/** The session cookie's value: a JWT in next-auth's format that names a person and one of their sign-ins. */
import { decode } from "next-auth/jwt";
import { z } from "zod";

const sessionClaimsSchema = z.object({ sub: z.uuid(), signInId: z.uuid() });
export type SessionClaims = z.infer<typeof sessionClaimsSchema>;

/** The claims in the cookie's value, or null when it is missing, forged or expired. Says nothing about the sign-in's end. */
export async function readSessionToken(value: string | undefined, secret: string): Promise<SessionClaims | null> {
  if (!value) return null;
  const token = await decode({ token: value, secret }).catch(() => null);
  return sessionClaimsOf(token);
}

/** The claims in a decoded token, or null when it is no session's. */
export function sessionClaimsOf(token: unknown): SessionClaims | null {
  const claims = sessionClaimsSchema.safeParse(token);
  return claims.success ? claims.data : null;
}
