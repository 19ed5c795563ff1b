/** Every page, as everybody: who gets it, with which headers, what its HTML gives away, and whether it works under its policy. */
import { randomUUID } from "node:crypto";
import type { APIResponse } from "@playwright/test";
import { addressOf, type PageRow, pagesOnDisk, pageTable } from "./page-table";
import { browserOf, demoPeople } from "./people";
import { expect, test } from "./test";
import { prepare, type Setting, type Visitor } from "./visitors";

let setting: Setting;
test.beforeAll(async ({ server, playwright }) => {
  setting = await prepare(server.url, () => playwright.request.newContext());
});

type Outcome = "shown" | "led elsewhere" | "led to sign in" | "not there";

/** What may come of it. A page that isn't for a member's role isn't there for them, as for a stranger. */
function expected({ who }: PageRow, { name }: Visitor): readonly Outcome[] {
  if (who === "everybody") return ["shown", "led elsewhere"];
  if (name === "signed out") return ["led to sign in"];
  if (who === "people") return ["shown", "led elsewhere"];
  return who.some((role) => role === name) ? ["shown"] : ["not there"];
}

async function outcomeOf(answer: APIResponse): Promise<Outcome> {
  const to = answer.headers().location ?? "";
  if (answer.status() >= 300 && answer.status() < 400)
    return to.includes("callbackUrl=") ? "led to sign in" : "led elsewhere";
  return isNotThere(answer.status(), await answer.text()) ? "not there" : "shown";
}

/** Where a page's frame is already on its way when the page turns out not to be there, only the HTML says so. */
const isNotThere = (status: number, html: string) => status === 404 || html.includes("NEXT_HTTP_ERROR_FALLBACK;404");

test("every page is in the table, and nothing else", () => {
  expect(pageTable.map(({ path }) => path).sort()).toEqual(pagesOnDisk());
});

for (const row of pageTable) {
  test(`${row.path} is for whom the table says, and gives nothing away`, async ({ server }) => {
    const path = addressOf(row.path, setting.ids);
    for (const visitor of setting.visitors) {
      const answer = await visitor.request.get(server.url + path, { maxRedirects: 0 });
      expect(expected(row, visitor), visitor.name).toContain(await outcomeOf(answer));
      const html = await answer.text();
      expect(html).not.toContain("$argon2");
      if (row.path === "/sign-in" || row.path === "/welcome") continue; // They offer the demo people on purpose.
      const mayInvite = visitor.name === "owner" || visitor.name === "moderator";
      if (row.path.endsWith("/settings") && mayInvite) continue;
      const others = setting.visitors.flatMap(({ email }) => (email && email !== visitor.email ? [email] : []));
      for (const email of others) expect(html, visitor.name).not.toContain(email);
    }
  });

  if (typeof row.who === "object")
    test(`${row.path} looks to a stranger as if it weren't there`, async ({ server }) => {
      const stranger = setting.visitors.find(({ name }) => name === "stranger");
      const [workspaceId, articleId, rebuttalId] = [randomUUID(), randomUUID(), randomUUID()];
      const nowhere = { workspaceId, articleId, rebuttalId, number: "9", userId: randomUUID(), token: "none" };
      const [real, unknown] = await Promise.all(
        [setting.ids, nowhere].map((ids) => stranger?.request.get(server.url + addressOf(row.path, ids))),
      );
      expect(real?.status()).toBe(unknown?.status());
      expect(await wordsOf(real)).toBe(await wordsOf(unknown));
    });

  test(`${row.path} says what browsers may do with it, and every script and style is ours`, async ({ server }) => {
    const owner = setting.visitors[0];
    const answer = await owner?.request.get(server.url + addressOf(row.path, setting.ids));
    const headers = answer?.headers() ?? {};
    const policy = headers["content-security-policy"] ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(policy).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic';`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
    });
    expect(headers).not.toHaveProperty("x-powered-by");
    expect(headers["cache-control"]).toContain("no-store");
    const html = (await answer?.text()) ?? "";
    const tags = html.match(/<(?:script|style)\b[^>]*>/g) ?? [];
    expect(tags.length).toBeGreaterThan(0);
    for (const tag of tags) expect(tag).toContain(`nonce="${nonce}"`);
    expect(html).not.toMatch(/<[^>]+\son[a-z]+=/);
  });

  test(`${row.path} works in a browser without a violation`, async ({ server, browser }) => {
    const signedIn = row.who !== "everybody" || row.path === "/join/[token]";
    const { context, page } = signedIn
      ? await browserOf(browser, server.url, demoPeople.owner)
      : await browser.newContext().then(async (context) => ({ context, page: await context.newPage() }));
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        complaints.push(`${message.text()} (${message.location().url})`);
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(server.url + addressOf(row.path, setting.ids));
    // React has taken the page over: the inline scripts ran, and those they load.
    await page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith("__reactFiber")));
    expect(complaints).toEqual([]);
    await context.close();
  });
}

test("answers that are no pages may do nothing in a browser", async ({ server, request }) => {
  for (const path of ["/api/v1/me", "/api/v1/openapi.json", "/healthz", "/readyz", "/api/auth/csrf"]) {
    const headers = (await request.get(server.url + path)).headers();
    expect(headers["content-security-policy"], path).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers["x-content-type-options"], path).toBe("nosniff");
  }
});

test("an address that leads nowhere has the same headers and no violation", async ({ server, page }) => {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) violations.push(message.text());
  });
  const answer = await page.goto(`${server.url}/nowhere`);
  expect(answer?.status()).toBe(404);
  expect(answer?.headers()["content-security-policy"]).toContain("'strict-dynamic'");
  expect(violations).toEqual([]);
});

/** What a reader sees of the page, without ids, nonces and scripts. */
async function wordsOf(answer: APIResponse | undefined): Promise<string> {
  const html = (await answer?.text()) ?? "";
  const body = html.slice(html.indexOf("<body"));
  return body
    .replaceAll(/<(script|style)\b.*?<\/\1>/gs, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
}

test("a note and a rebuttal that were taken down are in no page but the desk and their authors' notices", async ({
  server,
}) => {
  const { articleId, rebuttalId, workspaceId } = setting.ids;
  const moderator = setting.visitors.find(({ name }) => name === "moderator");
  const reader = setting.visitors.find(({ name }) => name === "viewer");
  if (!moderator || !reader) throw new Error("Somebody is missing in the setting.");
  const api = `${server.url}/api/v1`;
  const read = async <Answer>(path: string) => (await (await moderator.request.get(api + path)).json()) as Answer;
  const { highlights } = await read<{ highlights: { id: string; noteText: string }[] }>(
    `/articles/${articleId}/highlights`,
  );
  const noted = highlights.find(({ noteText }) => noteText !== "");
  const { title } = await read<{ title: string }>(`/rebuttals/${rebuttalId}`);
  // A stretch that HTML and JSON write as it is.
  const planted = [noted?.noteText ?? "", title].map((words) => /[\w ,]{12,}/.exec(words)?.[0] ?? "");
  const pagesOfArticle = [`/w/${workspaceId}/a/${articleId}`, `/w/${workspaceId}/a/${articleId}/rebuttals`];
  const shownTo = async (visitor: Visitor, path: string) => {
    const html = await (await visitor.request.get(server.url + path, { maxRedirects: 0 })).text();
    return planted.map((words) => html.includes(words));
  };
  const inBoth = async () => Promise.all(pagesOfArticle.map((path) => shownTo(reader, path)));
  const before = await inBoth();
  expect(before).toEqual([
    [true, false],
    [false, true],
  ]);

  const headers = { origin: server.url };
  const takeDown = async (target: string): Promise<string> => {
    const opened = await moderator.request.post(`${api}/${target}/review`, { headers });
    const { reviewId } = (await opened.json()) as { reviewId: string };
    const { version } = await read<{ version: number }>(`/reviews/${reviewId}`);
    const grounds = { reason: "spam", ground: { kind: "law", law: "A law" }, facts: "It sells something." };
    const data = { version, choice: { measure: "hide", ...grounds } };
    const decided = await moderator.request.post(`${api}/reviews/${reviewId}/decision`, { data, headers });
    expect(decided.status(), await decided.text()).toBe(201);
    return ((await decided.json()) as { decisionId: string }).decisionId;
  };
  const decisions = [await takeDown(`highlights/${noted?.id}/note`), await takeDown(`rebuttals/${rebuttalId}`)];
  const told = [...pageTable].filter(({ path }) => path !== "/notices" && !path.includes("/moderation"));
  for (const { path } of told) {
    const address = addressOf(path, setting.ids);
    const shown = await Promise.all(setting.visitors.map((visitor) => shownTo(visitor, address)));
    expect(shown.flat(), path).not.toContain(true);
  }
  for (const decisionId of decisions) {
    const undone = await moderator.request.delete(`${api}/decisions/${decisionId}`, { headers });
    expect(undone.status(), await undone.text()).toBe(204);
  }
  expect(await inBoth()).toEqual(before);
});
