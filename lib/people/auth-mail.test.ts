/** Signing in by a mailed link, with a real SMTP server on this machine. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { config } from "@/lib/config/config";
import { db } from "@/lib/db/client";
import { makeUser, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { createInvitation } from "@/lib/workspaces/invitations";
import { createApiToken } from "./api-tokens";
import { authenticate } from "./authenticate";
import { hashPassword } from "./password";
import { testAuthServer } from "./testing/auth-server";
import { TestBrowser } from "./testing/browser";
import { type Mailbox, startMailbox } from "./testing/mailbox";

testDatabase();
const server = testAuthServer();

const password = "a quiet reading room";
let mailbox: Mailbox;
let browser: TestBrowser;
let joinPath: string;

beforeAll(async () => {
  mailbox = await startMailbox();
  Object.assign(config(), { mail: { smtpUrl: mailbox.smtpUrl, from: "Rejoinder <rejoinder@example.org>" } });
  const { workspace, people } = await makeWorkspace("owner");
  const invitation = {
    workspaceId: workspace.id,
    invitedById: people.owner.id,
    role: "viewer",
    note: undefined,
  } as const;
  joinPath = `/join/${(await createInvitation({ ...invitation, maxUses: 100, days: 7 })).token}`;
});
afterAll(() => mailbox.close());
beforeEach(async () => {
  browser = new TestBrowser();
  await db().rateLimit.deleteMany();
});

const ask = (email: string, callbackUrl = "/") => server.submit(browser, "signin/email", { email, callbackUrl });
const errorAt = (address: string) => new URL(address).searchParams.get("error");
const person = async (by = browser) =>
  (await authenticate(new Headers({ cookie: by.cookieHeader(server.url()) })))?.user.id;

/** What the button on the page behind the link does. */
async function open(email: string, by = browser) {
  const { text = "" } = await mailbox.letterTo(email);
  const link = new URL(/^http\S+$/m.exec(text)?.[0] ?? "");
  expect(`${link.origin}${link.pathname}`).toBe(`${server.url()}/sign-in/mail`);
  return by.get(`${server.url()}/api/auth/callback/email${link.search}`);
}

describe("a mailed link", () => {
  it("signs in, once, and leads where the person wanted to go", async () => {
    const user = await makeUser();
    expect((await ask(user.email, "/w/1")).url).toBe(`${server.url()}/sign-in/mail-sent`);
    expect((await open(user.email)).url).toBe(`${server.url()}/w/1`);
    expect(await person()).toBe(user.id);

    const second = new TestBrowser();
    expect((await open(user.email, second)).url).toBe(`${server.url()}/sign-in?error=Verification`);
    expect(await person(second)).toBeUndefined();
  });

  it("comes as plain text from the operator's address, to that person alone", async () => {
    const user = await makeUser();
    await ask(user.email);
    const letter = await mailbox.letterTo(user.email);
    expect(letter.from?.text).toBe('"Rejoinder" <rejoinder@example.org>');
    expect(letter.subject).toBe("Sign in to Rejoinder");
    expect(letter.html).toBe(false);
  });

  it("opened by two at the same moment signs one in", async () => {
    const user = await makeUser();
    await ask(user.email);
    const [first, second] = [new TestBrowser(), new TestBrowser()];
    await Promise.all([open(user.email, first), open(user.email, second)]);
    expect([await person(first), await person(second)].filter(Boolean)).toEqual([user.id]);
  });

  it("has run out after fifteen minutes", async () => {
    const user = await makeUser();
    await ask(user.email);
    const { expires } = await db().verificationToken.findFirstOrThrow({ where: { identifier: user.email } });
    expect(expires.getTime() - Date.now()).toBeLessThanOrEqual(15 * 60 * 1000);
    await db().verificationToken.updateMany({ data: { expires: new Date(Date.now() - 1000) } });
    expect((await open(user.email)).url).toBe(`${server.url()}/sign-in?error=Verification`);
  });

  it("is asked for alike for an address that nobody has, and not sent there", async () => {
    const user = await makeUser();
    const stranger = `${randomUUID()}@example.org`;
    const [known, unknown] = [await ask(user.email), await ask(stranger)];
    expect({ ...unknown, headers: null }).toEqual({ ...known, headers: null });
    // The letter to the second known person proves that one to the stranger would have been there by now.
    const later = await makeUser();
    await ask(later.email);
    await mailbox.letterTo(later.email);
    expect(mailbox.letters.map(({ to }) => [to].flat()[0]?.text)).not.toContain(stranger);
  });

  it("makes an account for somebody who was invited, with a proven address", async () => {
    const email = `${randomUUID()}@example.org`;
    await ask(email, joinPath);
    expect((await open(email)).url).toBe(`${server.url()}${joinPath}`);
    expect(await db().user.findUniqueOrThrow({ where: { email } })).toMatchObject({
      name: email.split("@")[0],
      emailVerified: expect.any(Date),
    });
  });

  it("is not sent to the demo's people", async () => {
    const demo = await makeUser({ demo: true });
    const later = await makeUser();
    await ask(demo.email);
    await ask(later.email);
    await mailbox.letterTo(later.email);
    expect(mailbox.letters.map(({ to }) => [to].flat()[0]?.text)).not.toContain(demo.email);
  });

  it("is sent five times in a quarter of an hour at most", async () => {
    const user = await makeUser();
    for (let n = 0; n < 5; n++) await ask(user.email);
    expect(errorAt((await ask(user.email)).url)).toBe("rate-limited");
  });

  it.each(["ada@example.org, eve@example.org", "ada@example.org\uff20evil.example", "<ada@example.org>", ""])(
    "is never sent to %j",
    async (email) => expect(errorAt((await ask(email)).url)).toBe("EmailSignin"),
  );
});

describe("an account that somebody made with an address that wasn't theirs", () => {
  it("is the true owner's alone, once they open a link mailed there", async () => {
    const user = await makeUser({ passwordHash: await hashPassword(password) });
    const squatter = new TestBrowser();
    await server.submit(squatter, "callback/credentials", { email: user.email, password });
    const { token } = await createApiToken(user.id, "for later");
    expect(await person(squatter)).toBe(user.id);

    await ask(user.email);
    await open(user.email);

    expect(await person()).toBe(user.id);
    expect(await person(squatter)).toBeUndefined();
    expect(await authenticate(new Headers({ authorization: `Bearer ${token}` }))).toBeNull();
    await server.submit(squatter, "callback/credentials", { email: user.email, password });
    expect(await person(squatter)).toBeUndefined();
  });

  it("that had proof of its address already keeps password and sign-ins when a link is opened", async () => {
    const user = await makeUser({ passwordHash: await hashPassword(password) });
    await db().user.update({ where: { id: user.id }, data: { emailVerified: new Date() } });
    const desk = new TestBrowser();
    await server.submit(desk, "callback/credentials", { email: user.email, password });
    await ask(user.email);
    await open(user.email);
    expect([await person(), await person(desk)]).toEqual([user.id, user.id]);
  });
});
