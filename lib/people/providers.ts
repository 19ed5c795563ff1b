/** The ways into an account beside a password, as next-auth wants them described: GitHub, Google, any OIDC issuer. */
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import type { Config } from "@/lib/config/config";

/** What we take from a provider: who it is there, and what it says of their mail. */
const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  name: z.string().nullish(),
  email: z.string().nullish(),
  email_verified: z.boolean().nullish(),
});

type Provider = OAuthConfig<Record<string, unknown>>;

const timeout = 10_000; // ms; a provider's first answer can be slow

type UserinfoContext = Parameters<NonNullable<Extract<Provider["userinfo"], object>["request"]>>[0];
/** openid-client's, which next-auth hands out but types as its plain parameters. */
type TokenSet = Exclude<Parameters<UserinfoContext["client"]["userinfo"]>[0], string>;

/** The providers whose settings are present. */
export function oauthProviders({ github, google, oidc }: Pick<Config, "github" | "google" | "oidc">): Provider[] {
  return [
    ...(github ? [githubProvider(github)] : []),
    ...(google ? [oidcProvider({ ...google, issuer: "https://accounts.google.com", name: "Google" }, "google")] : []),
    ...(oidc ? [oidcProvider(oidc, "oidc")] : []),
  ];
}

/** Whether the provider vouches for the address. */
export function isProven(profile: unknown): boolean {
  const claims = claimsSchema.safeParse(profile);
  return claims.success && claims.data.email_verified === true && Boolean(claims.data.email);
}

function profileOf(raw: Record<string, unknown>) {
  const { iss, sub, name, email } = claimsSchema.parse(raw);
  // With the issuer in the id, another issuer's "42" set up in its place next year is not this one's "42".
  return { id: `${iss} ${sub}`, name: name ?? null, email: email?.toLowerCase() ?? null };
}

function oidcProvider(
  { id: clientId, secret: clientSecret, issuer, name }: { id: string; secret: string; issuer: string; name: string },
  id: "google" | "oidc",
): Provider {
  return {
    id,
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email profile" } },
    userinfo: {
      // Many issuers put the mail address into userinfo only. The client checks that both speak of the same person.
      request: async ({ client, tokens }) => {
        const set = tokens as TokenSet;
        return { ...(await client.userinfo(set)), ...set.claims() };
      },
    },
    clientId,
    clientSecret,
    httpOptions: { timeout },
    profile: profileOf,
  };
}

const githubUserSchema = z.object({ id: z.number(), login: z.string(), name: z.string().nullish() });
const githubMailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** GitHub's user and mail addresses as claims. Only the primary address counts, and only when GitHub verified it. */
export function githubClaims(user: unknown, mails: unknown) {
  const { id, login, name } = githubUserSchema.parse(user);
  const primary = githubMailsSchema.parse(mails).find((mail) => mail.primary && mail.verified);
  return {
    iss: "https://github.com",
    sub: String(id),
    name: name ?? login,
    email: primary?.email,
    email_verified: primary !== undefined,
  };
}

function githubProvider({ id: clientId, secret: clientSecret }: { id: string; secret: string }): Provider {
  return {
    id: "github",
    name: "GitHub",
    type: "oauth",
    checks: ["pkce", "state"],
    authorization: { url: "https://github.com/login/oauth/authorize", params: { scope: "read:user user:email" } },
    token: "https://github.com/login/oauth/access_token",
    userinfo: {
      url: "https://api.github.com/user",
      request: async ({ client, tokens }) => {
        const headers = { authorization: `Bearer ${tokens.access_token}`, accept: "application/json" };
        const mails = await fetch("https://api.github.com/user/emails", {
          headers,
          signal: AbortSignal.timeout(timeout),
        });
        return githubClaims(await client.userinfo(tokens as TokenSet), mails.ok ? await mails.json() : []);
      },
    },
    clientId,
    clientSecret,
    httpOptions: { timeout },
    profile: profileOf,
  };
}
