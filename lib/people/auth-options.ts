/** How next-auth signs people in here: by password, provider or mailed link, each sign-in with a row that can be ended (database). */
import type { Account, LoggerInstance, NextAuthOptions, User } from "next-auth";
import { decode, type JWTDecodeParams } from "next-auth/jwt";
import { config } from "@/lib/config/config";
import { tellNextAuth } from "@/lib/config/next-auth";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { addressOf } from "@/lib/http/client-address";
import { ownPath } from "@/lib/http/own-path";
import { log } from "@/lib/log";
import { refusalOf } from "./admission";
import { authenticate, bySession } from "./authenticate";
import { callbackUrlCookieName, cookieIn, isSecure, sessionCookieName } from "./cookies";
import { openInvitationIn } from "./invited";
import { countLinkRequest, mailedLinkProviders } from "./mailed-link";
import { signInByPassword } from "./password-sign-in";
import { adapter } from "./provider-accounts";
import { isProven, oauthProviders } from "./providers";
import { sessionClaimsOf } from "./session-token";
import { endSignIns, signInDays, startSignIn } from "./sign-ins";

const signInPage = "/sign-in";

/** next-auth's options for one request: whom to let in depends on what the browser brings along. */
export function authOptions(request: Request): NextAuthOptions {
  const settings = config();
  const { appUrl, authSecret } = settings;
  tellNextAuth(appUrl);
  const ownCookie = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(appUrl) } as const;
  return {
    secret: authSecret,
    session: { strategy: "jwt", maxAge: signInDays * 24 * 60 * 60 },
    jwt: { decode: decodeLive },
    pages: { signIn: signInPage, error: signInPage, signOut: "/account", verifyRequest: "/sign-in/mail-sent" },
    useSecureCookies: isSecure(appUrl),
    cookies: {
      sessionToken: { name: sessionCookieName(appUrl), options: ownCookie },
      callbackUrl: { name: callbackUrlCookieName(appUrl), options: ownCookie },
    },
    adapter,
    providers: [
      {
        id: "credentials",
        name: "Password",
        type: "credentials",
        credentials: {},
        authorize: (given) => authorize(given, addressOf(request.headers)),
      },
      ...oauthProviders(settings),
      ...mailedLinkProviders(settings),
    ],
    callbacks: {
      signIn: (arrival) => admit(arrival, request),
      redirect: ({ url, baseUrl }) => `${baseUrl}${ownPath(url, { origin: baseUrl })}`,
      jwt: async ({ token, user }) => (user ? claimsFor(user.id, request) : token),
    },
    events: {
      signOut: async ({ token }) => {
        const claims = sessionClaimsOf(token);
        if (claims) await db().$transaction((tx) => endSignIns(tx, { userId: claims.sub, only: claims.signInId }));
      },
    },
    logger,
  };
}

/** next-auth asks this of the session cookie before it links a provider to whoever is signed in: an ended sign-in must not count. */
async function decodeLive(params: JWTDecodeParams) {
  const token = await decode(params);
  // With a salt it is one of next-auth's own short-lived cookies (state, PKCE), not a session.
  if (params.salt) return token;
  const claims = sessionClaimsOf(token);
  return claims && (await bySession(claims)) ? token : null;
}

async function authorize(given: Record<string, unknown> | undefined, address: string): Promise<User | null> {
  try {
    return await signInByPassword({ email: given?.email, password: given?.password, address });
  } catch (error) {
    // next-auth passes an error's message on in the sign-in page's address; the code alone is enough there.
    if (error instanceof AppError && error.code === "rate-limited") throw new Error(`${error.code}`);
    log.error({ err: error }, "a sign-in by password failed");
    throw new Error("internal");
  }
}

interface Arriving {
  user: { id: string; email?: string | null };
  account: Pick<Account, "type" | "provider" | "providerAccountId"> | null;
  profile?: unknown;
  /** Present when a link is asked for, absent when it was opened. */
  email?: { verificationRequest?: boolean };
}

/** True, or the page to send them to instead. */
async function admit({ user, account, profile, email }: Arriving, request: Request): Promise<true | string> {
  if (!account || account.type === "credentials") return true;
  // Whoever asks for a link learns nothing about the address; who may use it is decided when it is sent and opened.
  if (email?.verificationRequest) return countedLinkRequest(user.email ?? "", request);
  const present = await authenticate(request.headers);
  const refusal = refusalOf({
    emailIsProven: account.type === "email" || isProven(profile),
    owner: await ownerOf(account, user),
    present: account.type === "email" || !present ? null : await isDemo(present.user.id),
    invited: await openInvitationIn(goal(request)),
  });
  return refusal === null || backToSignIn(refusal, request);
}

async function countedLinkRequest(email: string, request: Request): Promise<true | string> {
  try {
    await countLinkRequest(email, addressOf(request.headers));
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return backToSignIn(error.code, request);
  }
}

async function ownerOf(
  { type, provider, providerAccountId }: NonNullable<Arriving["account"]>,
  user: Arriving["user"],
) {
  const owner =
    type === "email"
      ? await adapter.getUserByEmail(user.email ?? "")
      : await adapter.getUserByAccount({ provider, providerAccountId });
  return owner && isDemo(owner.id);
}

const isDemo = (id: string) => db().user.findUniqueOrThrow({ where: { id }, select: { demo: true } });

function backToSignIn(error: string, request: Request): string {
  return `${signInPage}?${new URLSearchParams({ error, callbackUrl: goal(request) })}`;
}

/** Where they want to go once signed in. */
function goal(request: Request): string {
  const { appUrl } = config();
  const asked = new URL(request.url).searchParams.get("callbackUrl");
  const remembered = cookieIn(request.headers.get("cookie"), callbackUrlCookieName(appUrl));
  return ownPath(asked ?? remembered, { origin: new URL(appUrl).origin });
}

/** A new sign-in for the browser; the one it had, if any, ends, so no cookie from before works afterwards. */
async function claimsFor(userId: string, request: Request) {
  const present = await authenticate(request.headers);
  if (present?.via.type === "session") {
    const { signInId } = present.via;
    await db().$transaction((tx) => endSignIns(tx, { userId: present.user.id, only: signInId }));
  }
  const signIn = await startSignIn(userId, request.headers.get("user-agent"));
  return { sub: userId, signInId: signIn.id };
}

/** Codes only: next-auth's details hold profiles, addresses and tokens. */
const logger: Partial<LoggerInstance> = {
  error: (code, details) => {
    const error = details instanceof Error ? details : details.error;
    log.warn({ code, reason: error?.name }, "next-auth could not finish a request");
  },
  warn: (code) => log.debug({ code }, "next-auth warns"),
  debug: () => undefined,
};
