/** Discussing an article: two people in two browsers, on one page and around it. */
import type { Browser, Locator, Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { browserOf, demoPeople, findDemoArticle, invite, send } from "./people";
import { expect, test } from "./test";

/** The thread about the article as a whole, on the threads page. */
const onTheWhole = (page: Page): Locator => page.getByRole("region", { name: "The article as a whole" });
const newComment = (place: Locator): Locator => place.getByRole("textbox", { name: "New comment" });
const comment = (place: Locator, words: string | RegExp): Locator =>
  place.getByRole("article").filter({ hasText: words });

async function openThreads(browser: Browser, url: string, who: keyof typeof demoPeople) {
  const { context, page } = await browserOf(browser, url, demoPeople[who]);
  const { workspaceId, articleId } = await findDemoArticle(context.request, url);
  const room = `/w/${workspaceId}/a/${articleId}`;
  await page.goto(`${room}/threads`);
  return { context, page, articleId, room, whole: onTheWhole(page) };
}

/** The demo's owner with an article of their own, where no other test speaks. */
async function freshArticle(browser: Browser, url: string, title: string) {
  const { context, page } = await browserOf(browser, url, demoPeople.owner);
  const { workspaceId } = await findDemoArticle(context.request, url);
  const source = { kind: "text", content: `${title}\n\nOne paragraph to talk about.` };
  const articles = `/api/v1/workspaces/${workspaceId}/articles`;
  const { id: articleId } = await send<{ id: string }>(context.request, url, articles, source);
  return { context, page, workspaceId, articleId };
}

/** How many comments of the article's only thread the person hasn't read. */
async function unreadIn(page: Page, articleId: string): Promise<number | undefined> {
  const answer = await page.request.get(`/api/v1/articles/${articleId}/threads`);
  const { threads } = (await answer.json()) as { threads: { unread: number }[] };
  return threads[0]?.unread;
}

/** Puts words into the field, by key strokes, and posts them by keyboard. */
async function post(page: Page, field: Locator, words: string): Promise<void> {
  await field.click();
  await page.keyboard.type(words);
  await page.keyboard.press("Control+Enter");
}

test("two people see each other's comments, replies, changes and deletions as they happen", async ({
  browser,
  server,
}) => {
  const ana = await openThreads(browser, server.url, "annotator");
  const edgar = await openThreads(browser, server.url, "editor");

  await test.step("a comment arrives", async () => {
    await post(ana.page, newComment(ana.whole), "Where does the second figure come from?");
    await expect(comment(edgar.whole, "Where does the second figure come from?")).toBeVisible();
  });

  await test.step("so does a reply, under it", async () => {
    const asked = comment(edgar.whole, "Where does the second figure come from?");
    await asked.getByRole("button", { name: "Reply" }).click();
    await edgar.page.keyboard.type("From the annex.");
    await edgar.page.keyboard.press("Control+Enter");
    const replies = ana.whole.getByRole("list", { name: "Replies" });
    // Its place may be above other words that Ana has before her, and then it waits until she asks.
    const waiting = ana.whole.getByRole("button", { name: "Show it" });
    await expect(comment(replies, "From the annex.").or(waiting)).toBeVisible();
    if (await waiting.isVisible()) await waiting.click();
    await expect(comment(replies, "From the annex.")).toBeVisible();
  });

  await test.step("a change shows, and says that it is one", async () => {
    const mine = comment(ana.whole, "Where does the second figure come from?");
    await mine.getByRole("button", { name: "Edit" }).click();
    const field = ana.whole.getByRole("textbox", { name: "Change your comment" });
    await expect(field).toBeFocused();
    await ana.page.keyboard.press("Control+End");
    await ana.page.keyboard.type(" Page and table, please.");
    await ana.page.keyboard.press("Control+Enter");
    const changed = comment(edgar.whole, "Page and table, please.");
    await expect(changed).toBeVisible();
    await expect(changed).toContainText("edited");
  });

  await test.step("what is deleted is gone for others at once, its reply stays, and its author can take it back", async () => {
    await comment(ana.whole, "Page and table, please.").getByRole("button", { name: "Delete" }).click();
    await expect(edgar.whole.getByText("A comment stood here.")).toBeVisible();
    await expect(comment(edgar.whole, "Page and table, please.")).toHaveCount(0);
    await expect(comment(edgar.whole, "From the annex.")).toBeVisible();
    await expect(ana.whole.getByRole("button", { name: "Undo" })).toBeFocused();
    await ana.page.keyboard.press("Enter");
    await expect(comment(edgar.whole, "Page and table, please.")).toBeVisible();
  });

  await ana.context.close();
  await edgar.context.close();
});

test("what others write doesn't move the words one is writing", async ({ browser, server }) => {
  const ana = await openThreads(browser, server.url, "annotator");
  const edgar = await openThreads(browser, server.url, "editor");
  const field = newComment(ana.whole);
  await field.click();
  await ana.page.keyboard.type("I am in the middle of a ");
  await expect(ana.whole.getByRole("toolbar")).toBeVisible();
  const before = await field.boundingBox();

  await post(edgar.page, newComment(edgar.whole), "Meanwhile, elsewhere.");
  await expect(ana.whole.getByText("1 new comment.")).toBeVisible();
  expect(await field.boundingBox()).toEqual(before);
  await expect(comment(ana.whole, "Meanwhile, elsewhere.")).toHaveCount(0);

  await ana.page.keyboard.type("sentence.");
  await ana.page.keyboard.press("Control+Enter");
  await expect(comment(ana.whole, "I am in the middle of a sentence.")).toBeVisible();
  await ana.whole.getByRole("button", { name: "Show it" }).click();
  await expect(comment(ana.whole, "Meanwhile, elsewhere.")).toBeVisible();
  await ana.context.close();
  await edgar.context.close();
});

test("a mention is chosen by keyboard, and leads its person to the thread", async ({ browser, server }) => {
  const ana = await openThreads(browser, server.url, "annotator");
  await newComment(ana.whole).click();
  await expect(ana.whole.getByRole("toolbar")).toBeVisible();
  await ana.page.keyboard.type("Ask @oli");
  await expect(ana.page.getByRole("option", { name: "Olive Okafor" })).toHaveAttribute("aria-selected", "true");
  await ana.page.keyboard.press("Enter");
  await ana.page.keyboard.type("about it, she was there.");
  await ana.page.keyboard.press("Control+Enter");
  await expect(comment(ana.whole, "Ask @Olive Okafor about it, she was there.")).toBeVisible();

  const olive = await openThreads(browser, server.url, "owner");
  await olive.page.getByRole("link", { name: "Mentioning me" }).click();
  await expect(comment(olive.whole, "about it, she was there.")).toBeVisible();
  await ana.context.close();
  await olive.context.close();
});

test("words survive a closed page, and a comment that couldn't be sent waits with its reason", async ({
  browser,
  server,
}) => {
  const ana = await openThreads(browser, server.url, "annotator");
  await newComment(ana.whole).click();
  await ana.page.keyboard.type("Half a thought");
  await expect(newComment(ana.whole)).toContainText("Half a thought");
  await ana.page.reload();
  await expect(newComment(ana.whole)).toContainText("Half a thought");

  await newComment(ana.whole).click();
  await expect(ana.whole.getByRole("toolbar")).toBeVisible();
  await ana.context.setOffline(true);
  await ana.page.keyboard.press("Control+End");
  await ana.page.keyboard.type(", now whole.");
  await ana.page.keyboard.press("Control+Enter");
  const waiting = comment(ana.whole, "Half a thought, now whole.");
  await expect(waiting.getByRole("alert")).toContainText("Not posted.");
  await ana.context.setOffline(false);
  await ana.page.reload();
  await expect(waiting.getByRole("alert")).toContainText("Trying again will not post it twice.");
  await waiting.getByRole("button", { name: "Try again" }).click();
  await expect(waiting.getByRole("button", { name: "Edit" })).toBeVisible();
  await ana.context.close();
});

test("every thread can be read, and answered, where it is listed", async ({ browser, server }) => {
  const ana = await openThreads(browser, server.url, "annotator");
  const passages = ana.page.getByRole("region", { name: "On passages" });
  const summary = passages.getByRole("button", { expanded: false }).first();
  await summary.click();
  const panel = passages.getByRole("group", { name: "Comments" });
  await expect(panel.getByRole("article").first()).toBeVisible();
  await post(ana.page, newComment(panel), "Answered from the list.");
  await expect(comment(panel, "Answered from the list.")).toBeVisible();
  await ana.context.close();
});

test("a long thread opens with its newest page, goes back on demand, and can be read in other orders", async ({
  browser,
  server,
}) => {
  const { context, page, workspaceId, articleId } = await freshArticle(browser, server.url, "A long discussion");
  // Two people, since one may only post thirty comments a minute.
  const threads = `/api/v1/articles/${articleId}/threads`;
  let thread = { threadId: "", comment: { id: "" } };
  for (const name of ["Paula Page", "Peter Page"]) {
    const guest = await browser.newContext({ baseURL: server.url });
    await invite(context.request, guest.request, server.url, name, "annotator");
    for (let n = 1; n <= 28; n += 1) {
      const posted = await send<typeof thread>(guest.request, server.url, threads, { text: `${name} says no. ${n}.` });
      if (thread.threadId === "") thread = posted;
    }
    await guest.close();
  }
  const { threadId, comment: first } = thread;
  await send(context.request, server.url, `/api/v1/threads/${threadId}/comments`, {
    text: "Really?",
    parentId: first.id,
  });

  await page.goto(`/w/${workspaceId}/a/${articleId}/threads`);
  const whole = onTheWhole(page);
  await expect(comment(whole, "Peter Page says no. 28.")).toBeVisible();
  await expect(comment(whole, "Paula Page says no. 1.")).toHaveCount(0);
  await whole.getByRole("button", { name: "Show earlier comments" }).click();
  await expect(comment(whole, "Paula Page says no. 1.")).toHaveCount(1);
  await expect(whole.getByRole("article")).toHaveCount(57);
  await expect(whole.getByRole("button", { name: "Show earlier comments" })).toHaveCount(0);

  const order = whole.getByRole("combobox", { name: "Order of the comments" });
  await order.selectOption("Newest first");
  await expect(whole.getByRole("article").first()).toContainText("Peter Page says no. 28.");
  await order.selectOption("Most discussed first");
  await expect(whole.getByRole("article").first()).toContainText("Paula Page says no. 1.");
  await expect(whole.getByRole("article").nth(1)).toContainText("Really?");
  await context.close();
});

test("replies nest, and a deep one says what it answers", async ({ browser, server }) => {
  const { context, page, workspaceId, articleId } = await freshArticle(browser, server.url, "A deep discussion");
  await page.goto(`/w/${workspaceId}/a/${articleId}/threads`);
  const whole = onTheWhole(page);
  await post(page, newComment(whole), "Depth 0");
  for (const depth of [1, 2, 3]) {
    const above = comment(whole, `Depth ${depth - 1}`);
    await above.getByRole("button", { name: "Reply" }).click();
    await page.keyboard.type(`Depth ${depth}`);
    await page.keyboard.press("Control+Enter");
    await expect(comment(whole, `Depth ${depth}`).getByRole("button", { name: "Edit" })).toBeVisible();
  }
  await page.reload();
  await expect(whole.getByRole("list", { name: "Replies" })).toHaveCount(2);
  await expect(comment(whole, "Depth 3")).toContainText("In reply to Olive Okafor");
  await expect(comment(whole, "Depth 2")).not.toContainText("In reply to");
  await context.close();
});

test("a thread says what is new, is resolved by who began it, and is muted by who has heard enough", async ({
  browser,
  server,
}) => {
  const { context, page, workspaceId, articleId } = await freshArticle(browser, server.url, "A short discussion");
  const threads = `/w/${workspaceId}/a/${articleId}/threads`;
  const ana = await browserOf(browser, server.url, demoPeople.annotator);
  await ana.page.goto(threads);
  await post(ana.page, newComment(onTheWhole(ana.page)), "Is this settled?");
  await expect(comment(onTheWhole(ana.page), "Is this settled?").getByRole("button", { name: "Edit" })).toBeVisible();

  await page.goto(threads);
  const whole = onTheWhole(page);
  await expect(comment(whole, "Is this settled?")).toContainText("New");
  await expect.poll(() => unreadIn(page, articleId)).toBe(0);
  await page.reload();
  await expect(comment(whole, "Is this settled?")).not.toContainText("New");

  await onTheWhole(ana.page).getByRole("button", { name: "Resolve" }).click();
  await expect(whole.getByText("Resolved by Ana")).toBeVisible();
  await whole.getByRole("button", { name: "Open again" }).click();
  await expect(onTheWhole(ana.page).getByText("Resolved by Ana")).toHaveCount(0);

  const attention = whole.getByRole("combobox", { name: "What you hear of this thread" });
  await attention.selectOption("Muted");
  await expect(attention).toHaveValue("muted");
  await post(ana.page, newComment(onTheWhole(ana.page)), "One more thing.");
  await expect(comment(onTheWhole(ana.page), "One more thing.").getByRole("button", { name: "Edit" })).toBeVisible();
  expect(await unreadIn(page, articleId)).toBe(0);
  await page.goto(`${threads}?show=followed`);
  await expect(page.getByText("You follow no thread of this article.")).toBeVisible();
  await ana.context.close();
  await context.close();
});

test("a quote leads to its source and goes with it, reactions count, and an edit shows what it changed", async ({
  browser,
  server,
}) => {
  const { context, page, workspaceId, articleId } = await freshArticle(browser, server.url, "A quoted discussion");
  const threads = `/w/${workspaceId}/a/${articleId}/threads`;
  const ana = await browserOf(browser, server.url, demoPeople.annotator);
  await ana.page.goto(threads);
  const hers = onTheWhole(ana.page);
  await post(ana.page, newComment(hers), "Lamps cost money.");
  await expect(comment(hers, "Lamps cost money.").getByRole("button", { name: "Edit" })).toBeVisible();

  await page.goto(threads);
  const whole = onTheWhole(page);
  await comment(whole, "Lamps cost money.").getByRole("button", { name: "Quote" }).click();
  await page.keyboard.type("So does darkness.");
  await page.keyboard.press("Control+Enter");
  // She still stands in her field, so what comes waits until she asks.
  await hers.getByRole("button", { name: "Show it" }).click();
  const quoting = comment(hers, "So does darkness.");
  await expect(quoting.getByRole("blockquote")).toContainText("Lamps cost money.");
  await expect(quoting.getByRole("link", { name: /^Ana/ })).toHaveAttribute("href", /^#comment-/);

  await test.step("a reaction", async () => {
    const source = comment(whole, "Lamps cost money.").first();
    await source.getByRole("button", { name: "React" }).click();
    await source.getByRole("button", { name: "Good point" }).click();
    await expect(source.getByRole("button", { name: "Good point, 1" })).toHaveAttribute("aria-pressed", "true");
    await expect(
      comment(hers, "Lamps cost money.").first().getByRole("button", { name: "Good point, 1" }),
    ).toBeVisible();
  });

  await test.step("an edit, and what it said before", async () => {
    await comment(hers, "Lamps cost money.").first().getByRole("button", { name: "Edit" }).click();
    await expect(hers.getByRole("textbox", { name: "Change your comment" })).toBeFocused();
    await ana.page.keyboard.press("Control+End");
    await ana.page.keyboard.type(" Every night.");
    await ana.page.keyboard.press("Control+Enter");
    await expect(comment(whole, "So does darkness.").getByRole("blockquote")).toContainText("Every night.");
    await whole.getByRole("button", { name: /^edited/ }).click();
    const versions = page.getByRole("dialog", { name: "What this comment said" });
    await expect(versions.getByRole("listitem")).toHaveText([/Every night\.$/, /Lamps cost money\.$/]);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(versions).toHaveCount(0);
  });

  await test.step("its source deleted", async () => {
    await comment(hers, "Every night.").first().getByRole("button", { name: "Delete" }).click();
    await expect(comment(whole, "So does darkness.")).toContainText("The comment quoted here is no longer there.");
    await expect(whole.getByText("Every night.")).toHaveCount(0);
  });
  await ana.context.close();
  await context.close();
});

test("someone outside the workspace is told that there is nothing", async ({ browser, server }) => {
  const { page, articleId, context } = await openThreads(browser, server.url, "owner");
  const { threads } = (await (await page.request.get(`/api/v1/articles/${articleId}/threads`)).json()) as {
    threads: { id: string }[];
  };
  const stranger = await browser.newContext({ baseURL: server.url });
  for (const path of [`articles/${articleId}/threads`, `threads/${threads[0]?.id}/comments`]) {
    expect((await stranger.request.get(`/api/v1/${path}`)).status()).toBe(401);
  }
  await expect(
    send(stranger.request, server.url, `/api/v1/articles/${articleId}/threads`, { text: "?" }),
  ).rejects.toThrow();
  await stranger.close();
  await context.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing wrong with the threads page, open and being written in, ${colorScheme}`, async ({
    browser,
    server,
  }) => {
    const { page, context, whole } = await openThreads(browser, server.url, "annotator");
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.getByRole("region", { name: "On passages" }).getByRole("button", { expanded: false }).first().click();
    await newComment(whole).click();
    await page.keyboard.type("Ask @");
    await expect(page.getByRole("listbox")).toBeVisible();
    await expectAccessible(page);
    await context.close();
  });
}
