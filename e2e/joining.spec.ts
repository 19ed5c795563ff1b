/** An owner invites; people join with a password, by a provider and by a mailed link; the owner decides what they may do. */
import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { type Mailbox, startMailbox } from "../lib/people/testing/mailbox";
import { type OidcIssuer, startOidcIssuer } from "../lib/people/testing/oidc-issuer";
import { demoPeople, signIn } from "./people";
import { makePlace, type Place, type RunningServer, removePlace, startServer } from "./server";

const test = base.extend<object, { place: Place; issuer: OidcIssuer; mailbox: Mailbox; server: RunningServer }>({
  place: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const place = await makePlace();
      await use(place);
      await removePlace(place);
    },
    { scope: "worker" },
  ],
  issuer: [
    async ({ place }, use) => {
      const issuer = await startOidcIssuer(() => `http://localhost:${place.port}/api/auth/callback/oidc`);
      await use(issuer);
      await issuer.close();
    },
    { scope: "worker" },
  ],
  mailbox: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const mailbox = await startMailbox();
      await use(mailbox);
      await mailbox.close();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ place, issuer, mailbox }, use) => {
      const server = await startServer(place, {
        OIDC_ISSUER: issuer.issuer,
        OIDC_ID: issuer.client.id,
        OIDC_SECRET: issuer.client.secret,
        OIDC_NAME: "the house key",
        SMTP_URL: mailbox.smtpUrl,
        MAIL_FROM: "Rejoinder <rejoinder@example.org>",
      });
      await use(server);
      await server.end("SIGTERM");
    },
    { scope: "worker" },
  ],
  baseURL: ({ server }, use) => use(server.url),
});

/** The demo's owner at the settings of the demo's workspace. */
async function ownerAtSettings(page: Page, server: RunningServer): Promise<Page> {
  await signIn(page.context().request, server.url, demoPeople.owner);
  const { workspaces } = await (await page.context().request.get("/api/v1/workspaces")).json();
  await page.goto(`/w/${workspaces[0].id}/settings`);
  await expect(page.getByRole("heading", { name: "Members", exact: true })).toBeVisible();
  return page;
}

async function makeLink(owner: Page, forWhom: string): Promise<string> {
  await owner.getByLabel("For whom?").fill(forWhom);
  await owner.getByRole("button", { name: "Make a link" }).click();
  return owner.getByRole("textbox", { name: `The link for ${forWhom}` }).inputValue();
}

async function newcomer(browser: Browser, server: RunningServer): Promise<Page> {
  return (await browser.newContext({ baseURL: server.url })).newPage();
}

const isInTheWorkspace = (page: Page) => expect(page).toHaveURL(/\/w\/[0-9a-f-]{36}$/);

test("somebody joins with a new account, gets another role, and is removed", async ({ page, browser, server }) => {
  const owner = await ownerAtSettings(page, server);
  const link = await makeLink(owner, "Bela");

  const bela = await newcomer(browser, server);
  await bela.goto(link);
  await expect(bela.getByRole("heading", { name: "Join Demo" })).toBeVisible();
  await bela.getByLabel("Your name").fill("Bela Novak");
  await bela.getByLabel("Mail address").fill("bela@example.org");
  await bela.getByLabel("Password", { exact: true }).fill("short");
  await bela.getByRole("button", { name: "Make an account and join" }).click();
  await expect(bela.getByText("Use at least 10 characters.")).toBeVisible();
  await bela.getByLabel("Password", { exact: true }).fill("a quiet reading room");
  await bela.getByRole("button", { name: "Make an account and join" }).click();
  await isInTheWorkspace(bela);
  const workspace = bela.url();

  await owner.reload();
  await owner.getByRole("combobox", { name: "Role of Bela Novak" }).click();
  await owner.getByRole("option", { name: /^Viewer/ }).click();
  await expect(owner.getByText("Bela Novak is a viewer now.")).toBeVisible();

  await owner.getByRole("button", { name: "Remove Bela Novak" }).click();
  await owner.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(owner.getByText("Bela Novak is no longer a member.")).toBeVisible();
  expect((await bela.goto(workspace))?.status()).toBe(404);

  // The link was for one person, and that was Bela.
  await bela.goto(link);
  await expect(bela.getByRole("heading", { name: "This link is closed" })).toBeVisible();
});

test("somebody joins by a provider, and is known there ever after", async ({ page, browser, server, issuer }) => {
  const link = await makeLink(await ownerAtSettings(page, server), "Grace");
  issuer.signedIn({ sub: "grace", name: "Grace Example", email: "grace@example.org", email_verified: true });

  const grace = await newcomer(browser, server);
  await grace.goto(link);
  await grace.getByRole("button", { name: "Continue with the house key" }).click();
  await grace.getByRole("button", { name: "Join as Grace Example" }).click();
  await isInTheWorkspace(grace);

  const elsewhere = await newcomer(browser, server);
  await elsewhere.goto("/sign-in");
  await elsewhere.getByRole("button", { name: "Continue with the house key" }).click();
  await isInTheWorkspace(elsewhere);
});

test("somebody without an invitation is told so, kindly", async ({ browser, server, issuer }) => {
  issuer.signedIn({ sub: "stranger", name: "Stranger", email: "stranger@example.org", email_verified: true });
  const stranger = await newcomer(browser, server);
  await stranger.goto("/sign-in");
  await stranger.getByRole("button", { name: "Continue with the house key" }).click();
  await expect(stranger.getByRole("alert").filter({ hasText: "new ones need an invitation" })).toBeVisible();
});

test("somebody joins by a mailed link", async ({ page, browser, server, mailbox }) => {
  const link = await makeLink(await ownerAtSettings(page, server), "Ines");
  const ines = await newcomer(browser, server);
  await ines.goto(link);
  await ines.getByRole("link", { name: "Sign in" }).click();
  await ines.getByRole("button", { name: "Send me a link instead" }).click();
  await ines.getByLabel("Mail address").fill("ines@example.org");
  await ines.getByRole("button", { name: "Send me a link" }).click();
  await expect(ines.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();

  const letter = await mailbox.letterTo("ines@example.org");
  await ines.goto(/^http\S+$/m.exec(letter.text ?? "")?.[0] ?? "");
  await expect(ines.getByText("You will be signed in as ines@example.org.")).toBeVisible();
  await ines.getByRole("button", { name: "Sign in" }).click();
  await ines.getByRole("button", { name: "Join as ines" }).click();
  await isInTheWorkspace(ines);
});

test("a device is signed out from another", async ({ browser, server }) => {
  const [desk, phone] = [await newcomer(browser, server), await newcomer(browser, server)];
  for (const device of [phone, desk]) await signIn(device.context().request, server.url, demoPeople.annotator);
  await desk.goto("/account");
  await desk.getByRole("button", { name: "Sign out everywhere else" }).click();
  await desk.getByRole("dialog").getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(desk.getByText("Every other device is signed out.")).toBeVisible();
  await phone.goto("/account");
  await expect(phone.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("a token is shown once, works, and stops working", async ({ browser, server }) => {
  const page = await newcomer(browser, server);
  await signIn(page.context().request, server.url, demoPeople.editor);
  await page.goto("/account");
  await page.getByLabel("A name for a new token").fill("Nightly export");
  await page.getByRole("button", { name: "Make a token" }).click();
  const token = await page.getByRole("textbox", { name: "The new token “Nightly export”" }).inputValue();

  const ask = () => fetch(`${server.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  expect(await (await ask()).json()).toMatchObject({ email: demoPeople.editor });
  await page.reload();
  await expect(page.getByText("Nightly export")).toBeVisible();
  expect(await page.content()).not.toContain(token);

  await page.getByRole("button", { name: "Revoke Nightly export" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("The token no longer works.")).toBeVisible();
  expect((await ask()).status).toBe(401);
});
