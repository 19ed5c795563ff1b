/** Answering an article together: a rebuttal begun, written by two at once, quoted, decided on, and read by anyone. */
import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { browserOf, demoPeople, findDemoArticle, send } from "./people";
import { expect, test } from "./test";

interface Place {
  /** The list of rebuttals. */
  list: string;
  articleId: string;
}

/** The demo's article, and the list of its rebuttals. */
async function demoArticle(request: APIRequestContext, url: string): Promise<Place> {
  const { workspaceId, articleId } = await findDemoArticle(request, url);
  return { list: `/w/${workspaceId}/a/${articleId}/rebuttals`, articleId };
}

/** Starts a rebuttal over the API and returns its page's address. */
async function startRebuttal(request: APIRequestContext, url: string, words: { title: string; text?: string }) {
  const { list, articleId } = await demoArticle(request, url);
  const found = await request.get(`/api/v1/articles/${articleId}/highlights`);
  const { highlights } = (await found.json()) as { highlights: { id: string; exact: string }[] };
  const [highlight] = highlights;
  if (!highlight) throw new Error("The demo article has no highlights.");
  const path = `/api/v1/articles/${articleId}/rebuttals`;
  const { id } = await send<{ id: string }>(request, url, path, { ...words, highlightIds: [highlight.id] });
  return { id, page: `${list}/${id}`, quote: highlight.exact, highlightId: highlight.id };
}

const body = (page: Page) => page.getByRole("textbox", { name: "Text of the rebuttal" });
const title = (page: Page) => page.getByRole("textbox", { name: "Title" });
const isSaved = (page: Page) => expect(page.locator('[data-state="saved"]')).toBeVisible();

/** The words of the body without the names on others' carets. */
const wordsOf = (page: Page) =>
  body(page).evaluate((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const caret of copy.querySelectorAll("[aria-hidden]")) caret.remove();
    return [...copy.children].map((block) => block.textContent).join("\n");
  });

/** Pastes as a person does, with this on the clipboard. */
const paste = (page: Page, html: string) =>
  body(page).evaluate((element, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, html);

/** Waits until the editor has taken over: the first page of a fresh server takes its time. */
const isReady = (page: Page) => expect(body(page)).toBeEditable({ timeout: 30_000 });

async function open(browser: Browser, url: string, email: string, address: string): Promise<Page> {
  const { page } = await browserOf(browser, url, email);
  await page.goto(address);
  return page;
}

test.describe.configure({ timeout: 120_000 });

// What a test leaves open would go on living beside the next one.
test.afterEach(async ({ browser }) => {
  for (const context of browser.contexts()) await context.close();
});

test("two people write one rebuttal, see each other's carets, and everybody can read it without JavaScript", async ({
  browser,
  server,
}) => {
  const { context, page: ana } = await browserOf(browser, server.url, demoPeople.annotator);
  const { list } = await demoArticle(context.request, server.url);
  await ana.goto(list);
  await ana.getByRole("button", { name: "Start a rebuttal" }).click();
  const choice = ana.getByRole("dialog", { name: "Which passages does it answer?" });
  await choice.getByRole("option").nth(0).click();
  await choice.getByRole("option").nth(2).click();
  await choice.getByRole("button", { name: "Answer 2 passages" }).click();
  await expect(ana.getByRole("heading", { name: "Answers these 2 passages" })).toBeVisible();
  await isReady(ana);

  await title(ana).fill("What the two have in common");
  await title(ana).press("Enter");
  await expect(body(ana)).toBeFocused();
  await ana.keyboard.type("Both rest on a single figure.");
  await isSaved(ana);

  const edgar = await open(browser, server.url, demoPeople.editor, ana.url());
  await isReady(edgar);
  await expect(title(edgar)).toHaveValue("What the two have in common");
  await expect(body(edgar)).toContainText("Both rest on a single figure.");
  await body(edgar).click();
  await edgar.keyboard.press("Control+End");
  await edgar.keyboard.press("Enter");
  await edgar.keyboard.type("Neither figure has a source.");
  await expect(body(ana)).toContainText("Neither figure has a source.");
  await expect(body(ana).getByText("Edgar Lindqvist")).toBeVisible();
  await expect(ana.getByRole("list", { name: "Also here now" })).toContainText("Edgar Lindqvist");

  // Both in one line, at the same time.
  await ana.keyboard.press("Control+Home");
  await Promise.all([ana.keyboard.type("Look twice. "), edgar.keyboard.type(" Ask for one.")]);
  const together = /Look twice\. Both rest on a single figure\.[\s\S]*Neither figure has a source\. Ask for one\./;
  await expect.poll(() => wordsOf(ana)).toMatch(together);
  await expect.poll(() => wordsOf(edgar)).toMatch(together);
  await Promise.all([isSaved(ana), isSaved(edgar)]);

  const plain = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  await plain.addCookies(await context.cookies());
  const reader = await plain.newPage();
  await expect(async () => {
    await reader.goto(ana.url());
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("What the two have in common", { timeout: 500 });
    await expect(reader.getByRole("article")).toContainText(together, { timeout: 500 });
  }).toPass();
});

test("by keyboard alone: a quote from the article is put in, removed, and put back", async ({ browser, server }) => {
  const { context, page } = await browserOf(browser, server.url, demoPeople.annotator);
  const rebuttal = await startRebuttal(context.request, server.url, { title: "Keys", text: "It says:" });
  await page.goto(rebuttal.page);
  await isReady(page);
  await title(page).focus();
  await page.keyboard.press("Enter");
  await expect(body(page)).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/quote");
  await expect(page.getByRole("option", { name: /Quote the article/ })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Search the highlighted passages" })).toBeFocused();
  await page.keyboard.press("Enter");

  const card = body(page).getByRole("figure");
  await expect(card.getByRole("blockquote")).toHaveText(rebuttal.quote);
  await expect(card.getByRole("link", { name: "In the article" })).toHaveAttribute("href", /#/);
  await page.keyboard.type("So it does.");
  await isSaved(page);

  // Up to the card, which selects it; then away with it.
  for (let step = 0; step < "So it does.".length + 1; step++) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Backspace");
  await expect(card).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(card).toHaveCount(1);

  // The toolbar is one stop; arrows move inside it.
  await page.keyboard.press("Alt+F10");
  await page.keyboard.press("End");
  await expect(page.getByRole("button", { name: "Quote the article" })).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await isSaved(page);
  await page.reload();
  await expect(card.getByRole("blockquote")).toHaveText(rebuttal.quote);
});

test("what is pasted keeps what a rebuttal can hold, and nothing else", async ({ browser, server }) => {
  const { context, page } = await browserOf(browser, server.url, demoPeople.annotator);
  const rebuttal = await startRebuttal(context.request, server.url, { title: "Pasted" });
  await page.goto(rebuttal.page);
  await isReady(page);
  await body(page).click();
  await paste(
    page,
    `<h1>Big</h1><p style="color:red">Plain <b>bold</b> <a href="javascript:alert(1)">bad</a>
     <a href="https://example.org/">good</a><img src="x"></p>
     <figure data-citation="01998f6e-1a2b-7c3d-8e4f-5a6b7c8d9e0f" data-highlight="01998f6e-1a2b-7c3d-8e4f-5a6b7c8d9e10"><blockquote>From elsewhere</blockquote></figure>`,
  );
  await expect(body(page).getByRole("heading", { name: "Big", level: 2 })).toBeVisible();
  await expect(body(page).locator("strong")).toHaveText("bold");
  await expect(body(page).getByRole("link")).toHaveText(["good"]);
  await expect(body(page).locator("img:not(.ProseMirror-separator), [style*=red]")).toHaveCount(0);
  // A card of another article would be refused; its words stay as an ordinary quotation.
  await expect(body(page).getByRole("blockquote")).toHaveText("From elsewhere");
  await expect(body(page).getByRole("figure")).toHaveCount(0);
  await isSaved(page);
});

test("a card that puts words into the article's mouth is refused, what one wrote is kept, and one goes on clean", async ({
  browser,
  server,
}) => {
  const { context, page } = await browserOf(browser, server.url, demoPeople.annotator);
  const rebuttal = await startRebuttal(context.request, server.url, { title: "Forged", text: "Before." });
  await page.goto(rebuttal.page);
  await isReady(page);
  await body(page).click();
  await paste(
    page,
    `<p>My own words.</p><figure data-citation="${rebuttal.highlightId}" data-highlight="${rebuttal.highlightId}"><blockquote>The article never said this.</blockquote></figure>`,
  );
  const notice = page.getByRole("alert", { name: "This change was refused" });
  await expect(notice).toContainText("not in the article");
  await expect(notice).toContainText("My own words.");
  await expect(page.locator("[contenteditable=true]")).toHaveCount(0);
  await expectAccessible(page);

  await notice.getByRole("button", { name: "Go on with the current text" }).click();
  await isReady(page);
  await expect(body(page)).toContainText("Before.");
  await expect(body(page).getByRole("figure")).toHaveCount(0);
  await expect(notice).toHaveCount(0);
  await isSaved(page);
});

test("it is submitted by its writer, published by an editor, and fixed from then on for everybody at once", async ({
  browser,
  server,
}) => {
  const { context, page: ana } = await browserOf(browser, server.url, demoPeople.annotator);
  const rebuttal = await startRebuttal(context.request, server.url, { title: "Decided", text: "Final words." });
  await ana.goto(rebuttal.page);
  await isReady(ana);
  const edgar = await open(browser, server.url, demoPeople.editor, rebuttal.page);
  await expect(edgar.getByRole("button", { name: "Submit for review" })).toBeVisible();

  await ana.getByRole("button", { name: "Submit for review" }).click();
  await expect(ana.getByText("In review", { exact: true })).toBeVisible();
  await expect(ana.getByRole("button", { name: "Publish" })).toHaveCount(0);
  await edgar.getByRole("button", { name: "Publish" }).click();
  await expect(edgar.getByText("Published", { exact: true }).first()).toBeVisible();

  await expect(ana.getByText("Published", { exact: true }).first()).toBeVisible();
  await expect(ana.getByRole("toolbar")).toHaveCount(0);
  await expect(ana.getByRole("heading", { name: "Decided", level: 1 })).toBeVisible();
  await expect(ana.getByText(/Published by Edgar Lindqvist/)).toBeVisible();

  // One's own reading of an earlier round doesn't count.
  const stale = await context.request.post(`/api/v1/rebuttals/${rebuttal.id}/status`, {
    data: { move: "withdraw", version: 1 },
    headers: { origin: server.url },
  });
  expect(stale.status()).toBe(409);
  await ana.getByRole("button", { name: "Withdraw" }).click();
  await expect(edgar.getByText("Withdrawn", { exact: true }).first()).toBeVisible();
  await edgar.getByRole("button", { name: "Reopen as draft" }).click();
  await expect(body(ana)).toBeEditable();
});

test("who doesn't write it reads along, and can't change a letter", async ({ browser, server }) => {
  const { context } = await browserOf(browser, server.url, demoPeople.editor);
  const rebuttal = await startRebuttal(context.request, server.url, { title: "Edgar's own", text: "His words." });
  const ana = await open(browser, server.url, demoPeople.annotator, rebuttal.page);
  await expect(ana.getByRole("article")).toContainText("His words.");
  await expect(ana.locator('[data-state="saved"]')).toHaveText(/Live/);
  await expect(ana.getByRole("toolbar")).toHaveCount(0);
  await expect(ana.locator("[contenteditable=true]")).toHaveCount(0);
  await expect(ana.getByRole("button", { name: /Submit|Change contributors|More actions/ })).toHaveCount(0);

  // Made a contributor, she can write without reloading.
  const me = (await (await ana.request.get("/api/v1/me")).json()) as { id: string };
  const added = await context.request.put(`/api/v1/rebuttals/${rebuttal.id}/contributors/${me.id}`, {
    headers: { origin: server.url },
  });
  expect(added.ok()).toBe(true);
  await expect(body(ana)).toBeEditable();
  await body(ana).click();
  await ana.keyboard.press("Control+End");
  await ana.keyboard.type(" And hers.");
  await isSaved(ana);
});

test("a draft is deleted only after the question, and its page is closed to those who had it open", async ({
  browser,
  server,
}) => {
  const { context, page } = await browserOf(browser, server.url, demoPeople.annotator);
  const rebuttal = await startRebuttal(context.request, server.url, { title: "Not to be", text: "Gone soon." });
  const edgar = await open(browser, server.url, demoPeople.editor, rebuttal.page);
  await isReady(edgar);
  await page.goto(rebuttal.page);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete this draft" }).click();
  await page.getByRole("dialog", { name: "Delete this draft?" }).getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL(/rebuttals$/);
  await expect(page.getByRole("link", { name: "Not to be" })).toHaveCount(0);
  await expect(edgar.getByRole("alert", { name: "This rebuttal is closed to you" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in the list, the editor, the menu and the dialog, ${colorScheme}`, async ({
    browser,
    server,
  }) => {
    const { context, page } = await browserOf(browser, server.url, demoPeople.annotator);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const rebuttal = await startRebuttal(context.request, server.url, { title: `In ${colorScheme}`, text: "Words." });
    await page.goto(rebuttal.page.replace(/\/[^/]+$/, ""));
    await expect(page.getByRole("heading", { name: "Rebuttals" })).toBeVisible();
    await expectAccessible(page);
    await page.goto(rebuttal.page);
    await isReady(page);
    await isSaved(page);
    await expectAccessible(page);
    await body(page).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" /");
    await expect(page.getByRole("listbox", { name: "Insert" })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Quote the article" })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(body(page).getByRole("figure")).toBeVisible();
    await expectAccessible(page);
  });
}
