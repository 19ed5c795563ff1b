/** Signing in by a provider, against a real OpenID Connect provider on this machine. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { createInvitation } from "@/lib/workspaces/invitations";
import { authenticate } from "./authenticate";
import { hashPassword } from "./password";
import { githubClaims } from "./providers";
import { endSignIns } from "./sign-ins";
import { testAuthServer } from "./testing/auth-server";
import { TestBrowser } from "./testing/browser";
import { type OidcIssuer, startOidcIssuer } from "./testing/oidc-issuer";

testDatabase();
const server = testAuthServer();

const password = "a quiet reading room";
let provider: OidcIssuer;
let browser: TestBrowser;
let joinPath: string;

beforeAll(async () => {
  provider = await startOidcIssuer(() => `${server.url()}/api/auth/callback/oidc`);
  Object.assign(config(), {
    oidc: { ...provider.client, issuer: provider.issuer, name: "House key" },
    github: { id: "github-id", secret: "github-secret" },
  });
  const { workspace, people } = await makeWorkspace("owner");
  const { token } = await createInvitation({
    workspaceId: workspace.id,
    invitedById: people.owner.id,
    role: "annotator",
    note: undefined,
    maxUses: 100,
    days: 7,
  });
  joinPath = `/join/${token}`;
});
afterAll(() => provider.close());
beforeEach(() => {
  browser = new TestBrowser();
});

const identity = (facts: { email?: string; email_verified?: boolean } = {}) => ({
  sub: randomUUID(),
  name: "Grace Example",
  email: `${randomUUID()}@example.org`,
  email_verified: true,
  ...facts,
});
const come = (callbackUrl: string, by = browser) => server.submit(by, "signin/oidc", { callbackUrl });
const errorAt = (address: string) => {
  const { origin, pathname, searchParams } = new URL(address);
  return origin === server.url() && pathname === "/sign-in" ? searchParams.get("error") : null;
};
const person = async (by = browser) =>
  (await authenticate(new Headers({ cookie: by.cookieHeader(server.url()) })))?.user.id;
const withPassword = async (email?: string) =>
  makeUser({ passwordHash: await hashPassword(password), ...(email ? { email } : {}) });
const signIn = (email: string, by = browser) => server.submit(by, "callback/credentials", { email, password });

describe("somebody new", () => {
  it("who was invited gets an account with the provider's word for name and mail, and goes on to join", async () => {
    const who = identity({ email: `${randomUUID()}@Example.org` });
    provider.signedIn(who);
    const { url } = await come(joinPath);
    expect(url).toBe(`${server.url()}${joinPath}`);
    const user = await db().user.findUniqueOrThrow({ where: { email: who.email.toLowerCase() } });
    expect(user).toMatchObject({ name: "Grace Example", emailVerified: expect.any(Date), passwordHash: null });
    expect(await person()).toBe(user.id);
  });

  it("is known the next time, also when the provider knows another address by then", async () => {
    const who = identity();
    provider.signedIn(who);
    await come(joinPath);
    const id = await person();
    provider.signedIn({ ...who, email: "renamed@example.org", email_verified: false });
    const later = new TestBrowser();
    await come("/account", later);
    expect(await person(later)).toBe(id);
  });

  it("leaves none of the provider's tokens with us", async () => {
    provider.signedIn(identity());
    await come(joinPath);
    const account = await db().account.findFirstOrThrow({ where: { userId: await person() } });
    expect(account).toMatchObject({ access_token: null, refresh_token: null, id_token: null });
  });

  it.each([
    ["without an invitation", () => "/", true, "not-invited"],
    ["with an invitation that isn't one", () => `/join/${"x".repeat(43)}`, true, "not-invited"],
    ["with an address that nobody checked", () => joinPath, false, "unproven-mail"],
  ])("%s stays outside", async (_, goal, email_verified, error) => {
    const who = identity({ email_verified });
    provider.signedIn(who);
    expect(errorAt((await come(goal())).url)).toBe(error);
    expect(await person()).toBeUndefined();
    expect(await db().user.count({ where: { email: who.email } })).toBe(0);
  });
});

describe("an account", () => {
  it.each([true, false])("isn't handed to whoever brings its address from a provider (proven: %s)", async (proven) => {
    const victim = await withPassword();
    provider.signedIn(identity({ email: victim.email, email_verified: proven }));
    const { url } = await come(joinPath);
    expect(errorAt(url)).toBe(proven ? "OAuthAccountNotLinked" : "unproven-mail");
    expect(await person()).toBeUndefined();
    expect(await db().account.count({ where: { userId: victim.id } })).toBe(0);
  });

  it("is linked by the person who is signed in to it, whatever address the provider knows", async () => {
    const user = await withPassword();
    await signIn(user.email);
    provider.signedIn(identity({ email_verified: false }));
    const { url } = await come("/account");
    expect(url).toBe(`${server.url()}/account`);
    const elsewhere = new TestBrowser();
    await come("/", elsewhere);
    expect(await person(elsewhere)).toBe(user.id);
  });

  it("isn't linked by a sign-in that has ended", async () => {
    const user = await withPassword();
    await signIn(user.email);
    await db().$transaction((tx) => endSignIns(tx, { userId: user.id }));
    provider.signedIn(identity({ email_verified: false }));
    expect(errorAt((await come("/account")).url)).toBe("unproven-mail");
    expect(await db().account.count({ where: { userId: user.id } })).toBe(0);
  });

  it("of the demo is neither linked nor entered by a provider", async () => {
    const demo = await makeUser({ demo: true, passwordHash: await hashPassword(password) });
    await signIn(demo.email);
    provider.signedIn(identity());
    expect(errorAt((await come("/account")).url)).toBe("demo-account");
    expect(await db().account.count({ where: { userId: demo.id } })).toBe(0);
  });

  it("at one issuer isn't the same number's at another", async () => {
    const who = identity();
    provider.signedIn(who);
    await come(joinPath);
    const account = await db().account.findFirstOrThrow({ where: { userId: await person() } });
    expect(account.providerAccountId).toBe(`${provider.issuer} ${who.sub}`);
  });
});

describe("the way back from a provider", () => {
  it("is closed to a browser that didn't start there, so nobody can be signed in as somebody else", async () => {
    provider.signedIn(identity());
    const attacker = new TestBrowser();
    const { headers } = await server.submit(attacker, "signin/oidc", { callbackUrl: joinPath }, { follow: false });
    const callback = await lastStop(attacker, headers.get("location") ?? "");
    await browser.get(callback);
    expect(await person()).toBeUndefined();
  });

  it("never leads to another site", async () => {
    const user = await withPassword();
    await signIn(user.email);
    provider.signedIn(identity());
    expect((await come("https://evil.example/")).url).toBe(`${server.url()}/`);
  });
});

/** Follows redirects until one would come back to us, and returns that one. */
async function lastStop(by: TestBrowser, address: string): Promise<string> {
  const { headers } = await by.get(address, { follow: false });
  const next = new URL(headers.get("location") ?? "", address).href;
  return next.startsWith(server.url()) ? next : lastStop(by, next);
}

describe("GitHub", () => {
  it("is asked with state and PKCE, for no more than name and mail", async () => {
    const { headers } = await server.submit(browser, "signin/github", {}, { follow: false });
    const url = new URL(headers.get("location") ?? "");
    expect(url.origin + url.pathname).toBe("https://github.com/login/oauth/authorize");
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: "github-id",
      scope: "read:user user:email",
      code_challenge_method: "S256",
      state: expect.any(String),
      redirect_uri: `${server.url()}/api/auth/callback/github`,
    });
  });

  const user = { id: 7, login: "grace", name: null };

  it("vouches for the primary address when it verified it", () => {
    const mails = [
      { email: "old@example.org", primary: false, verified: true },
      { email: "grace@example.org", primary: true, verified: true },
    ];
    expect(githubClaims(user, mails)).toEqual({
      iss: "https://github.com",
      sub: "7",
      name: "grace",
      email: "grace@example.org",
      email_verified: true,
    });
  });

  it("vouches for nothing when the primary address isn't verified", () => {
    const mails = [
      { email: "other@example.org", primary: false, verified: true },
      { email: "grace@example.org", primary: true, verified: false },
    ];
    expect(githubClaims(user, mails)).toMatchObject({ email: undefined, email_verified: false });
    expect(githubClaims(user, [])).toMatchObject({ email_verified: false });
  });
});
