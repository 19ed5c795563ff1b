/** How next-auth signs people in here (database). */
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { verifyPassword } from "./password";
import { sessionCookieName } from "./session-token";

const sessionDays = 30;

/** next-auth's options. A function, because the configuration is complete only once the server runs. */
export function authOptions(): NextAuthOptions {
  const { appUrl, authSecret } = config();
  const secure = appUrl.startsWith("https:");
  return {
    secret: authSecret,
    session: { strategy: "jwt", maxAge: sessionDays * 24 * 60 * 60 },
    pages: { signIn: "/sign-in" },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: sessionCookieName(appUrl),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (given) => {
          const email = given?.email?.trim().toLowerCase() ?? "";
          const user = await db().user.findUnique({ where: { email } });
          const known = await verifyPassword(given?.password ?? "", user?.passwordHash ?? null);
          return known && user ? { id: user.id, name: user.name, email: user.email } : null;
        },
      }),
    ],
    callbacks: {
      jwt: async ({ token, user }) => {
        if (!user) return token;
        const signIn = await db().signIn.create({ data: { userId: user.id }, select: { id: true } });
        return { sub: user.id, signInId: signIn.id };
      },
    },
  };
}
