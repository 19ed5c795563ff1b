/** The session cookie: a JWT in next-auth's format that names a person and one of their sign-ins. */
import { decode } from "next-auth/jwt";
import { z } from "zod";

const sessionClaimsSchema = z.object({ sub: z.uuid(), signInId: z.uuid() });
export type SessionClaims = z.infer<typeof sessionClaimsSchema>;

/** The cookie's name; browsers only take a `__Secure-` cookie over https. */
export function sessionCookieName(appUrl: string): string {
  return appUrl.startsWith("https:") ? "__Secure-rejoinder.session" : "rejoinder.session";
}

/** The claims in the cookie's value, or null when it is missing, forged or expired. */
export async function readSessionToken(value: string | undefined, secret: string): Promise<SessionClaims | null> {
  if (!value) return null;
  const token = await decode({ token: value, secret }).catch(() => null);
  const claims = sessionClaimsSchema.safeParse(token);
  return claims.success ? claims.data : null;
}
