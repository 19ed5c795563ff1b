/** Signing in and out with a password, through next-auth, over real HTTP. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { listen } from "@/lib/db/events";
import { makeUser, testDatabase } from "@/lib/db/testing";
import { authenticate } from "./authenticate";
import { sessionCookieName } from "./cookies";
import { hashPassword, verifyPassword } from "./password";
import { signInByPassword } from "./password-sign-in";
import { endSignIn, listSignIns } from "./sign-ins";
import { testAuthServer } from "./testing/auth-server";
import { TestBrowser } from "./testing/browser";
import { changePassword } from "./users";

testDatabase();
const server = testAuthServer();

const password = "a quiet reading room";
let user: Awaited<ReturnType<typeof makeUser>>;
let browser: TestBrowser;

beforeEach(async () => {
  user = await makeUser({ passwordHash: await hashPassword(password) });
  browser = new TestBrowser();
  await db().rateLimit.deleteMany();
});

const signIn = (given: { email: string; password: string; callbackUrl?: string }, by = browser) =>
  server.submit(by, "callback/credentials", given);
const person = async (by = browser) =>
  (await authenticate(new Headers({ cookie: by.cookieHeader(server.url()) })))?.user.id;

describe("signing in", () => {
  it("with the right password makes the browser the person's, and notes which browser it is", async () => {
    const { url } = await signIn({ email: ` ${user.email.toUpperCase()} `, password, callbackUrl: "/w/1?tab=debate" });
    expect(url).toBe(`${server.url()}/w/1?tab=debate`);
    expect(await person()).toBe(user.id);
    expect(await listSignIns(user.id)).toMatchObject([{ browser: "Firefox on Linux" }]);
  });

  it("gives a cookie that scripts can't read, that other sites can't post with, and that only we can read", async () => {
    const { headers } = await server.submit(
      browser,
      "callback/credentials",
      { email: user.email, password },
      { follow: false },
    );
    const cookie = headers.getSetCookie().find((line) => line.startsWith("rejoinder.session="));
    expect(cookie).toMatch(/; Path=\/;.*HttpOnly; SameSite=Lax/);
    const [head = ""] = (cookie?.split("=")[1] ?? "").split(".");
    expect(JSON.parse(Buffer.from(head, "base64url").toString())).toEqual({ alg: "dir", enc: "A256GCM" });
  });

  it("is answered alike for an unknown address, a wrong password, and an account without one", async () => {
    const passwordless = await makeUser();
    const answers = [];
    for (const email of ["nobody@example.org", user.email, passwordless.email, "not an address"]) {
      const by = new TestBrowser();
      const { status, headers } = await server.submit(
        by,
        "callback/credentials",
        { email, password: "wrong" },
        { follow: false },
      );
      answers.push([status, headers.get("location"), [...by.cookies(server.url()).keys()].sort()]);
      expect(await person(by)).toBeUndefined();
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it.each([
    ["an unknown address", () => "nobody@example.org"],
    ["no address at all", () => "nobody"],
    ["a wrong password", () => user.email],
  ])("costs one verification for %s", async (_, email) => {
    const verify = vi.fn(verifyPassword);
    expect(await signInByPassword({ email: email(), password: "wrong", address: "192.0.2.1" }, verify)).toBeNull();
    expect(verify).toHaveBeenCalledTimes(1);
  });

  it("stops after ten wrong passwords for one account from one machine, and lets its owner in from another", async () => {
    const attempt = (word: string, address: string) =>
      signInByPassword({ email: user.email, password: word, address }, async (typed) => typed === password);
    for (let n = 0; n < 10; n++) expect(await attempt("wrong", "192.0.2.1")).toBeNull();
    await expect(attempt(password, "192.0.2.1")).rejects.toMatchObject({
      code: "rate-limited",
      retryAfter: expect.any(Number),
    });
    expect(await attempt(password, "192.0.2.2")).toEqual({ id: user.id });
  });

  it("stops after a hundred wrong passwords for one account from many machines, and says so on the page", async () => {
    for (let n = 0; n < 100; n++) {
      const attempt = { email: user.email, password: "wrong", address: `192.0.2.${n}` };
      expect(await signInByPassword(attempt, async () => false)).toBeNull();
    }
    const { url } = await signIn({ email: user.email, password });
    expect(url).toBe(`${server.url()}/sign-in?error=rate-limited`);
  });

  it("counts anew after the right password", async () => {
    const attempt = (word: string) => signInByPassword({ email: user.email, password: word, address: "192.0.2.1" });
    for (let n = 0; n < 9; n++) await attempt("wrong");
    expect(await attempt(password)).toEqual({ id: user.id });
    for (let n = 0; n < 9; n++) expect(await attempt("wrong")).toBeNull();
  });

  it("stops after sixty attempts from one machine on whatever accounts", async () => {
    for (let n = 0; n < 60; n++) {
      await signInByPassword(
        { email: `nobody-${n}@example.org`, password: "", address: "192.0.2.7" },
        async () => false,
      );
    }
    await expect(signInByPassword({ email: user.email, password, address: "192.0.2.7" })).rejects.toMatchObject({
      code: "rate-limited",
    });
  });

  it.each(["https://evil.example/", "//evil.example/x", "/\\evil.example", "javascript:alert(1)"])(
    "never leads away to %s",
    async (callbackUrl) => {
      const { headers } = await server.submit(
        browser,
        "callback/credentials",
        { email: user.email, password, callbackUrl },
        { follow: false },
      );
      expect(headers.get("location")).toBe(`${server.url()}/`);
    },
  );

  it("needs the form's own token, so that no other site can sign somebody in as somebody else", async () => {
    const form = { email: user.email, password, csrfToken: "made up" };
    await browser.post(`${server.url()}/api/auth/callback/credentials`, form);
    expect(await person()).toBeUndefined();
  });
});

describe("a session", () => {
  it("can't be planted: a cookie from before is worth nothing once somebody signs in", async () => {
    const attacker = await makeUser({ passwordHash: await hashPassword(password) });
    await signIn({ email: attacker.email, password });
    const planted = browser.cookieHeader(server.url());
    await signIn({ email: user.email, password });
    expect(await person()).toBe(user.id);
    expect(await authenticate(new Headers({ cookie: planted }))).toBeNull();
  });

  it("ends at signing out, also for whoever copied the cookie", async () => {
    await signIn({ email: user.email, password });
    const copied = browser.cookieHeader(server.url());
    await server.submit(browser, "signout", {});
    expect(browser.cookies(server.url()).has(sessionCookieName(config().appUrl))).toBe(false);
    expect(await authenticate(new Headers({ cookie: copied }))).toBeNull();
  });

  it("can be ended from another device, by its owner only", async () => {
    const phone = new TestBrowser();
    await signIn({ email: user.email, password });
    await signIn({ email: user.email, password }, phone);
    const [latest] = await listSignIns(user.id);
    const other = await makeUser();
    await expect(endSignIn(other.id, latest?.id ?? "")).rejects.toMatchObject({ code: "not-found" });
    const heard = Promise.withResolvers<unknown>();
    const stop = await listen(heard.resolve);
    await endSignIn(user.id, latest?.id ?? "");
    expect(await heard.promise).toEqual({ type: "sign-in.ended", userId: user.id, signInId: latest?.id });
    await stop();
    expect([await person(), await person(phone)]).toEqual([user.id, undefined]);
  });

  it("stays in the browser where the password was changed, and ends in all others", async () => {
    const phone = new TestBrowser();
    await signIn({ email: user.email, password }, phone);
    await signIn({ email: user.email, password });
    const actor = await authenticate(new Headers({ cookie: browser.cookieHeader(server.url()) }));
    if (!actor) throw new Error("not signed in");
    const change = { actor, next: "another quiet room" };

    await expect(changePassword({ ...change, current: "wrong" })).rejects.toMatchObject({ code: "wrong-credentials" });
    expect(await person(phone)).toBe(user.id);
    await changePassword({ ...change, current: password });

    expect([await person(), await person(phone)]).toEqual([user.id, undefined]);
    await signIn({ email: user.email, password }, phone);
    expect(await person(phone)).toBeUndefined();
    await signIn({ email: user.email, password: "another quiet room" }, phone);
    expect(await person(phone)).toBe(user.id);
  });

  it("runs out thirty days after signing in, whatever the cookie says", async () => {
    await signIn({ email: user.email, password });
    const created = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
    await db().signIn.updateMany({ where: { userId: user.id }, data: { createdAt: created } });
    expect(await person()).toBeUndefined();
  });

  it("of a demo person counts only while demo sign-ins are on", async () => {
    const demo = await makeUser({ demo: true, passwordHash: await hashPassword(password) });
    await signIn({ email: demo.email, password });
    expect(await person()).toBe(demo.id);
    Object.assign(config(), { demo: "off" });
    expect(await person()).toBeUndefined();
    await signIn({ email: demo.email, password }, new TestBrowser());
    expect(await db().signIn.count({ where: { userId: demo.id } })).toBe(1);
    Object.assign(config(), { demo: "when-local" });
  });
});
