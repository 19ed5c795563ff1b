/** What one does in a room beside marking: move edges, follow, filter, choose, take back, and be told no. */
import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { browserOf, demoPeople, findDemoArticle, invite, signIn } from "./people";
import { activeHighlight, cardOf, edgesOf, expectSaved, mark, markedWords, openDemoRoom, selectWords } from "./rooms";
import { expect, test } from "./test";

// What a test leaves open would go on living beside the next one.
test.afterEach(async ({ browser }) => {
  for (const context of browser.contexts()) await context.close();
});

async function roomOf(browser: Browser, url: string, who: keyof typeof demoPeople) {
  const { context, page } = await browserOf(browser, url, demoPeople[who]);
  await openDemoRoom(page);
  return { context, page };
}

/** The highlights as the database has them. */
async function readHighlights(page: Page, url: string) {
  const { articleId } = await findDemoArticle(page.request, url);
  const answer = await page.request.get(`${url}/api/v1/articles/${articleId}/highlights`);
  const { highlights } = (await answer.json()) as { highlights: { id: string; exact: string; start: number }[] };
  return { articleId, highlights };
}

const toolbar = (page: Page) => page.getByRole("toolbar", { name: "Mark this passage" });

test("a passage's edge is dragged to other words, and both people see it", async ({ browser, server }) => {
  const olive = await roomOf(browser, server.url, "owner");
  const edgar = await roomOf(browser, server.url, "editor");
  await mark(olive.page, "An app is an offer made on the spot", "Assumption");
  await expect(olive.page.locator("[data-card][data-active]")).toContainText("Assumption");
  const id = await activeHighlight(olive.page);

  const { to } = await edgesOf(olive.page, "An app is an offer made on the spot to people who have a charged phone");
  const handle = await olive.page.getByRole("slider", { name: "End of the passage" }).boundingBox();
  if (!handle) throw new Error("The passage has no handle.");
  await olive.page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await olive.page.mouse.down();
  await olive.page.mouse.move(...to, { steps: 8 });
  await olive.page.mouse.up();

  for (const { page } of [olive, edgar])
    await expect
      .poll(() => markedWords(page, id))
      .toBe("An app is an offer made on the spot to people who have a charged phone");
  await expectSaved(olive.page);
});

test("following somebody shows where they read, until one scrolls oneself", async ({ browser, server }) => {
  const olive = await roomOf(browser, server.url, "owner");
  const edgar = await roomOf(browser, server.url, "editor");
  const heading = (page: Page) => page.locator("article").getByRole("heading", { name: "Who is on the bus" });

  await olive.page.getByRole("button", { name: "Here now: Edgar Lindqvist" }).click();
  await olive.page.getByRole("menuitem", { name: "Follow Edgar Lindqvist" }).click();
  await expect(heading(olive.page)).not.toBeInViewport();
  await heading(edgar.page).evaluate((element) => element.scrollIntoView({ block: "center" }));
  await expect(heading(olive.page)).toBeInViewport();

  const stop = olive.page.getByRole("button", { name: "Stop following Edgar Lindqvist" });
  await expect(stop).toBeVisible();
  await olive.page.mouse.wheel(0, 40);
  await expect(stop).toHaveCount(0);
  // He goes on; she hears of it, and stays where she is.
  await edgar.page.evaluate(() => window.scrollTo(0, 0));
  const outline = olive.page.getByRole("navigation", { name: "Outline" });
  await expect(
    outline.getByRole("listitem").first().getByRole("img", { name: "Edgar Lindqvist reads here" }),
  ).toBeVisible();
  await expect(heading(olive.page)).toBeInViewport();

  // A key that scrolls is one's own way too.
  await olive.page.getByRole("button", { name: "Here now: Edgar Lindqvist" }).click();
  await olive.page.getByRole("menuitem", { name: "Follow Edgar Lindqvist" }).click();
  await expect(stop).toBeVisible();
  await olive.page.locator("#main").focus();
  await olive.page.keyboard.press("PageDown");
  await expect(stop).toHaveCount(0);
});

test("highlights are filtered by label, by person, and by whether they are answered", async ({ browser, server }) => {
  const { page } = await roomOf(browser, server.url, "owner");
  const { articleId, highlights } = await readHighlights(page, server.url);
  const shown = () =>
    page.evaluate(() => [
      ...new Set([...document.querySelectorAll<HTMLElement>("article mark[data-id]")].map(({ dataset }) => dataset.id)),
    ]);
  await expect.poll(async () => (await shown()).length).toBe(highlights.length);
  await page.getByRole("button", { name: `${highlights.length} highlights` }).click();
  const filters = page.getByRole("dialog");

  await filters.getByRole("button", { name: "Fallacy" }).click();
  await expect(page.locator('article mark[data-id]:not([data-label="fallacy"])')).toHaveCount(0);
  await expect(page.locator('article mark[data-label="fallacy"]').first()).toBeAttached();
  await filters.getByRole("button", { name: "Show all" }).click();

  await filters.getByRole("button", { name: "Ana Ribeiro" }).click();
  await expect(page.locator('article mark[data-opens]:not([data-opens*="Ana Ribeiro"])')).toHaveCount(0);
  await expect(page.locator('article mark[data-opens*="Ana Ribeiro"]').first()).toBeAttached();
  await filters.getByRole("button", { name: "Show all" }).click();

  const facts = await page.request.get(`${server.url}/api/v1/articles/${articleId}/highlights/facts`);
  const { answered } = (await facts.json()) as { answered: string[] };
  await filters.getByRole("button", { name: "Answered", exact: true }).click();
  await expect.poll(async () => (await shown()).sort()).toEqual(answered.sort());
  await filters.getByRole("button", { name: "Not answered" }).click();
  await expect.poll(async () => (await shown()).length).toBe(highlights.length - answered.length);
  await filters.getByRole("button", { name: "Show all" }).click();
  await expect.poll(async () => (await shown()).length).toBe(highlights.length);
});

test("where highlights lie over each other, a click offers a choice", async ({ browser, server }) => {
  const { page } = await roomOf(browser, server.url, "editor");
  await mark(page, "I met cleaners, two bakers, a hospital porter", "Evidence");
  await mark(page, "a hospital porter, a woman who guards a car park", "Question");
  const { from } = await edgesOf(page, "hospital porter");
  await page.mouse.click(...from);
  const menu = page.getByRole("menu", { name: "Highlights here" });
  await expect(menu.getByRole("menuitem")).toHaveCount(2);
  await menu.getByRole("menuitem", { name: /^Evidence by Edgar Lindqvist/ }).click();
  await expect(cardOf(page, "I met cleaners, two bakers").and(page.locator("[data-active]"))).toBeVisible();
});

test("undo and redo touch one's own changes only", async ({ browser, server }) => {
  const olive = await roomOf(browser, server.url, "owner");
  const edgar = await roomOf(browser, server.url, "editor");
  const [hers, his] = ["Anyone who has finished a shift", "Morning trains leave the centre nearly empty"];
  const markOf = (page: Page, words: string) => page.locator("mark").filter({ hasText: words });
  await mark(olive.page, hers, "Claim");
  await mark(edgar.page, his, "Evidence");
  await expect(markOf(olive.page, his)).toBeAttached();
  await expect(markOf(edgar.page, hers)).toBeAttached();

  await olive.page.keyboard.press("Control+z");
  for (const { page } of [olive, edgar]) {
    await expect(markOf(page, hers)).toHaveCount(0);
    await expect(markOf(page, his)).toBeAttached();
  }
  // Nothing more of hers is left to take back.
  await expect(olive.page.getByRole("button", { name: "Undo" })).toBeDisabled();
  await olive.page.keyboard.press("Control+Shift+z");
  for (const { page } of [olive, edgar]) await expect(markOf(page, hers)).toBeAttached();
  await expectSaved(olive.page);
});

test("writing a note leaves the caret where it is, and the card in its place", async ({ browser, server }) => {
  const { page } = await browserOf(browser, server.url, demoPeople.annotator);
  await openDemoRoom(page);
  const words = "The report is right about one thing.";
  await mark(page, words, "Note");
  await cardOf(page, words).getByRole("button", { name: "Add a note" }).click();
  const note = page.getByRole("textbox", { name: /^Note on/ });
  await expect(note).toBeFocused();
  const card = await cardOf(page, words).elementHandle();
  await page.keyboard.type("but not about why");
  await page.keyboard.press("Home");
  await page.keyboard.type("Right, ");
  await expect(note).toHaveText("Right, but not about why");
  expect(await card?.evaluate((element) => element.isConnected)).toBe(true);
});

test("who may no longer write is told so, and keeps the words that were refused", async ({
  browser,
  server,
  playwright,
}) => {
  const owner = await browserOf(browser, server.url, demoPeople.owner);
  const guest = await playwright.request.newContext();
  const nora = await invite(owner.context.request, guest, server.url, "Nora Writes", "annotator");
  const { context, page } = await browserOf(browser, server.url, nora.email, nora.password);
  await openDemoRoom(page);
  const words = "Every transport network has a leg like this.";
  await mark(page, words, "Question");
  await expectSaved(page);
  await cardOf(page, words).getByRole("button", { name: "Add a note" }).click();
  const note = page.getByRole("textbox", { name: /^Note on/ });
  await expect(note).toBeFocused();

  await context.setOffline(true);
  await page.keyboard.type("Not every one of them runs at night.");
  await expect(page.getByText(/Offline, \d+ changes? kept on this device/).first()).toBeVisible();
  const { workspaceId } = await findDemoArticle(owner.context.request, server.url);
  const lowered = await owner.context.request.patch(
    `${server.url}/api/v1/workspaces/${workspaceId}/members/${nora.id}`,
    { data: { role: "viewer" }, headers: { origin: server.url } },
  );
  expect(lowered.ok()).toBe(true);
  await context.setOffline(false);

  const notice = page.getByRole("alert", { name: "This change was refused" });
  await expect(notice).toBeVisible();
  await expect(notice.getByRole("textbox", { name: /What you had written/ })).toHaveValue(
    /Not every one of them runs at night\./,
  );
  await expectAccessible(page);
  await notice.getByRole("button", { name: "Go on with the saved state" }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.locator("mark").filter({ hasText: words })).toBeAttached();
  await expect(page.getByText("Not every one of them runs at night.")).toHaveCount(0);
});

test("a viewer reads along, and finds nothing to write with", async ({ browser, server, playwright }) => {
  const owner = await browserOf(browser, server.url, demoPeople.owner);
  const guest = await playwright.request.newContext();
  const vera = await invite(owner.context.request, guest, server.url, "Vera Looks", "viewer");
  const { page } = await browserOf(browser, server.url, vera.email, vera.password);
  await openDemoRoom(page);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();

  await selectWords(page, "The hospital was not asked about the plan.");
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toContain("The hospital was not");
  await page.keyboard.press("h");
  await page.keyboard.press("1");
  await expect(toolbar(page)).toHaveCount(0);
  await expect(page.getByRole("application", { name: /Choose a passage/ })).toHaveCount(0);

  await page.keyboard.press("j");
  const card = page.locator("[data-card][data-active]");
  await expect(card.getByRole("button", { name: /comment/i })).toBeVisible();
  await expect(card.getByRole("button", { name: /note|Rebut|Change it/ })).toHaveCount(0);
  await expect(page.getByRole("slider")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
});

test("a link to a highlight opens the room there", async ({ browser, server }) => {
  const { context, page } = await browserOf(browser, server.url, demoPeople.annotator);
  const { highlights } = await readHighlights(page, server.url);
  const { workspaceId, articleId } = await findDemoArticle(context.request, server.url);
  const last = highlights.toSorted((a, b) => b.start - a.start)[0];
  await page.goto(`/w/${workspaceId}/a/${articleId}#highlight-${last?.id}`);
  await expect(page.locator(`[data-card="${last?.id}"][data-active]`)).toBeInViewport();
  await expect(page.locator(`mark[data-id="${last?.id}"]`).first()).toBeInViewport();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing with a card, a note and the palette open, ${colorScheme}`, async ({ browser, server }) => {
    const { page } = await browserOf(browser, server.url, demoPeople.annotator);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await openDemoRoom(page);
    await page.keyboard.press("j");
    await expect(page.locator("[data-card][data-active]")).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("n");
    await expect(page.getByRole("textbox", { name: /^Note on/ })).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox")).toBeFocused();
    await page.keyboard.type("bus");
    await expect(page.getByRole("option").first()).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys in the room" })).toBeVisible();
    await expectAccessible(page);
  });
}

test("with JavaScript off, the article, its highlights and their notes can be read", async ({ browser, server }) => {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  await signIn(context.request, server.url, demoPeople.annotator);
  const { workspaceId, articleId } = await findDemoArticle(context.request, server.url);
  const page = await context.newPage();
  await page.goto(`/w/${workspaceId}/a/${articleId}`);
  await expect(page.getByRole("heading", { level: 1, name: /Port Selwyn/ })).toBeVisible();
  await expect(
    page.locator("mark").filter({ hasText: "nearly three times what a boarding costs at noon" }),
  ).toBeVisible();
  await expect(page.getByText("Credit where it is due")).toBeVisible();
});
