/** Moderation: from the flag to the appeal, by four people in four browsers. */
import { randomUUID } from "node:crypto";
import type { Browser, Locator, Page } from "@playwright/test";
import type { Role } from "@/lib/access/policies";
import { expectAccessible } from "./axe";
import { browserOf, demoPeople, findDemoArticle, send } from "./people";
import { expect, test } from "./test";

// What the server said is half of what went wrong.
test.afterEach(async ({ server }, info) => {
  if (info.status !== info.expectedStatus)
    await info.attach("server", { body: server.output(), contentType: "text/plain" });
});

const password = "plain words in a row";

/** A new member of the demo workspace, at a browser of their own. */
async function join(browser: Browser, url: string, role: Role, name: string) {
  const owner = await browserOf(browser, url, demoPeople.owner);
  const { workspaceId, articleId } = await findDemoArticle(owner.context.request, url);
  const invitations = `/api/v1/workspaces/${workspaceId}/invitations`;
  const link = await send<{ url: string }>(owner.context.request, url, invitations, { role });
  const token = new URL(link.url).pathname.replace("/join/", "");
  const email = `${randomUUID()}@example.org`;
  const stranger = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": `2001:db8:1::${role.length}` } });
  await send(stranger.request, url, "/api/v1/invitations/sign-up", { token, name, email, password });
  await stranger.close();
  await owner.context.close();
  return { ...(await browserOf(browser, url, email, password)), workspaceId, articleId, userEmail: email };
}

const comment = (page: Page, words: string): Locator => page.getByRole("article").filter({ hasText: words });

test("a flag, a decision with its reasons, the author told, an appeal, overturned by somebody else, restored", async ({
  browser,
  server,
}) => {
  const words = "Whoever wrote this figure is a liar.";
  const ana = await browserOf(browser, server.url, demoPeople.annotator);
  const edgar = await browserOf(browser, server.url, demoPeople.editor);
  const mia = await join(browser, server.url, "moderator", "Mia Moderator");
  const olive = await browserOf(browser, server.url, demoPeople.owner);
  const { workspaceId, articleId } = mia;
  const threads = `/w/${workspaceId}/a/${articleId}/threads`;
  await send(ana.context.request, server.url, `/api/v1/articles/${articleId}/threads`, { text: words });

  await test.step("Edgar flags Ana's comment, with a reason", async () => {
    await edgar.page.goto(threads);
    await comment(edgar.page, words).getByRole("button", { name: "Flag" }).click();
    const dialog = edgar.page.getByRole("dialog", { name: "Flag this comment by Ana Ribeiro?" });
    await dialog.getByRole("radio", { name: "Abusive towards somebody" }).check();
    await expectAccessible(edgar.page);
    await dialog.getByRole("button", { name: "Flag" }).click();
    await expect(comment(edgar.page, words).getByRole("button", { name: "Take your flag back" })).toBeVisible();
  });

  await test.step("Mia finds it in the queue and hides it by keyboard, with the rule it broke", async () => {
    await mia.page.goto(`/w/${workspaceId}/moderation`);
    const item = mia.page.getByRole("article", { name: "Comment by Ana Ribeiro" });
    await expect(item).toContainText(words);
    await expect(item).toContainText("Abusive towards somebody");
    await expectAccessible(mia.page);
    await mia.page.keyboard.press("h");
    await expect(mia.page.getByRole("textbox", { name: "The facts" })).toBeFocused();
    await mia.page
      .getByRole("combobox", { name: "Ground" })
      .selectOption({ label: "Rule 2: Argue about claims, not people" });
    await mia.page.getByRole("textbox", { name: "The facts" }).fill("It calls the author of the article a liar.");
    await expectAccessible(mia.page);
    await mia.page.keyboard.press("Control+Enter");
    await expect(mia.page.getByText("The comment by Ana Ribeiro was hidden.")).toBeVisible();
  });

  await test.step("it is gone for readers at once, without a reload", async () => {
    await expect(comment(edgar.page, words)).toHaveCount(0);
  });

  await test.step("Ana is told why, and appeals", async () => {
    await ana.page.goto(threads);
    await expect(ana.page.getByText("Moderation took your comment down.")).toBeVisible();
    await ana.page.getByRole("link", { name: /unread notice/ }).click();
    const statement = ana.page.getByRole("region", { name: "Decision: hidden" });
    await expect(statement).toContainText("2. Argue about claims, not people");
    await expect(statement).toContainText("It calls the author of the article a liar.");
    await expect(statement).toContainText("because members flagged it");
    await ana.page.getByRole("button", { name: "Appeal, until" }).click();
    await ana.page.getByRole("textbox", { name: "Why should it be looked at again?" }).fill("I quoted the minister.");
    await expectAccessible(ana.page);
    await ana.page.getByRole("button", { name: "Send the appeal" }).click();
    await expect(ana.page.getByText("Your appeal waits")).toBeVisible();
  });

  await test.step("Mia can't decide the appeal against herself; Olive overturns it", async () => {
    await mia.page.reload();
    await mia.page.getByText(/^Appeals 1$/).click();
    await expect(mia.page.getByText("another moderator decides it")).toBeVisible();
    await olive.page.goto(`/w/${workspaceId}/moderation`);
    await olive.page.getByText(/^Appeals 1$/).click();
    await expect(olive.page.getByText("I quoted the minister.").first()).toBeVisible();
    await olive.page.getByRole("textbox", { name: "Your reply to its author" }).fill("You did, in the line above.");
    await olive.page.getByRole("button", { name: "Overturn the decision" }).click();
    await expect(olive.page.getByText("Overturned: it is to be seen again.")).toBeVisible();
  });

  await test.step("it is restored for readers at once, and everybody concerned is told", async () => {
    await expect(comment(edgar.page, words)).toBeVisible();
    await ana.page.goto("/notices");
    await expect(ana.page.getByText("Your appeal was right.").first()).toBeVisible();
    await expect(ana.page.getByText("You did, in the line above.").first()).toBeVisible();
    await edgar.page.goto("/notices");
    await expect(edgar.page.getByText("The moderators found that it can stay.")).toBeVisible();
  });

  await test.step("all of it stands in the log, which names flaggers to moderators alone", async () => {
    await edgar.page.goto(`/w/${workspaceId}/moderation/log`);
    await expect(edgar.page.getByText("A member flagged a comment").first()).toBeVisible();
    await expect(edgar.page.getByText("Edgar Lindqvist flagged")).toHaveCount(0);
    await expectAccessible(edgar.page);
    await olive.page.goto(`/w/${workspaceId}/moderation/log`);
    await expect(olive.page.getByText("Edgar Lindqvist flagged a comment").first()).toBeVisible();
    await expect(olive.page.getByText("Olive Okafor decided an appeal").first()).toBeVisible();
  });

  for (const { context } of [ana, edgar, mia, olive]) await context.close();
});

test("a person suspended while typing in a rebuttal keeps their words, and reads why", async ({ browser, server }) => {
  const ana = await join(browser, server.url, "annotator", "Anton Annotator");
  const olive = await browserOf(browser, server.url, demoPeople.owner);
  const { workspaceId, articleId } = ana;
  const { highlights } = (await (
    await ana.context.request.get(`${server.url}/api/v1/articles/${articleId}/highlights`)
  ).json()) as { highlights: { id: string }[] };
  const path = `/api/v1/articles/${articleId}/rebuttals`;
  const { id } = await send<{ id: string }>(ana.context.request, server.url, path, {
    highlightIds: [highlights[0]?.id],
  });
  const { id: userId } = (await (await ana.context.request.get(`${server.url}/api/v1/me`)).json()) as { id: string };

  await ana.page.goto(`/w/${workspaceId}/a/${articleId}/rebuttals/${id}`);
  const sheet = ana.page.getByRole("textbox", { name: "Text of the rebuttal" });
  await sheet.click();
  await ana.page.keyboard.type("What I was about to say");
  await ana.context.setOffline(true);
  await ana.page.keyboard.type(" and had not sent yet.");

  await olive.page.goto(`/w/${workspaceId}/moderation/members/${userId}`);
  await olive.page.getByRole("combobox", { name: "Measure" }).selectOption({ label: "Suspend" });
  await olive.page.getByRole("textbox", { name: "The facts" }).fill("You insulted people again after a warning.");
  await expectAccessible(olive.page);
  await olive.page.getByRole("button", { name: "Suspend Anton Annotator" }).click();
  await expect(olive.page.getByText(/^Suspended until/)).toBeVisible();

  await ana.context.setOffline(false);
  await expect(ana.page.getByText("This rebuttal is closed to you")).toBeVisible();
  await expect(ana.page.getByLabel("Your text")).toContainText("and had not sent yet.");
  await ana.page.goto(`/w/${workspaceId}`);
  await expect(ana.page.getByRole("region", { name: "Decision: suspended" })).toContainText(
    "You insulted people again after a warning.",
  );
  for (const { context } of [ana, olive]) await context.close();
});

test("twenty items are worked through by keyboard alone, and the last decision is taken back", async ({
  browser,
  server,
}) => {
  const mia = await join(browser, server.url, "moderator", "Maria Moderator");
  const ana = await browserOf(browser, server.url, demoPeople.annotator);
  const { workspaceId, articleId } = mia;
  for (let said = 1; said <= 20; said += 1) {
    const path = `/api/v1/articles/${articleId}/threads`;
    const { comment: posted } = await send<{ comment: { id: string } }>(ana.context.request, server.url, path, {
      text: `Remark ${said}`,
    });
    await send(mia.context.request, server.url, `/api/v1/comments/${posted.id}/review`, {});
  }
  await mia.page.goto(`/w/${workspaceId}/moderation`);
  const waiting = mia.page.getByText(/^Waiting \d+$/);
  const item = mia.page.getByRole("article", { name: "Comment by Ana Ribeiro" });
  await expect(waiting).toHaveText("Waiting 20");
  for (let left = 19; left >= 0; left -= 1) {
    await expect(item).toBeVisible();
    await expect(mia.page.getByRole("button", { name: "All right" })).toBeEnabled();
    await mia.page.keyboard.press(left % 2 ? "a" : "i");
    await expect(waiting).toHaveText(`Waiting ${left}`);
  }
  await mia.page.keyboard.press("z");
  await expect(waiting).toHaveText("Waiting 1");
  for (const { context } of [ana, mia]) await context.close();
});

test("slow mode holds in a second tab too, and moderators write on", async ({ browser, server }) => {
  const mia = await join(browser, server.url, "moderator", "Marta Moderator");
  const ben = await join(browser, server.url, "annotator", "Ben Annotator");
  const { workspaceId, articleId } = mia;
  const threads = `/w/${workspaceId}/a/${articleId}/threads`;
  const whole = (page: Page) => page.getByRole("region", { name: "The article as a whole" });
  const post = async (page: Page, words: string) => {
    await whole(page).getByRole("textbox", { name: "New comment" }).click();
    await page.keyboard.type(words);
    await page.keyboard.press("Control+Enter");
  };
  await mia.page.goto(threads);
  await whole(mia.page).getByRole("button", { name: "Moderate the thread" }).click();
  await mia.page.getByRole("menuitem", { name: "ten minutes" }).click();
  await expect(whole(mia.page).getByText("each person writes once in 10 minutes")).toBeVisible();

  const second = await ben.context.newPage();
  for (const page of [ben.page, second]) await page.goto(threads);
  await post(ben.page, "My one remark.");
  await expect(comment(ben.page, "My one remark.").first()).toBeVisible();
  await post(second, "Another, at once.");
  await expect(comment(second, "Another, at once.").getByRole("alert")).toContainText("slow mode");
  await post(mia.page, "Calm, please.");
  await expect(comment(mia.page, "Calm, please.").getByRole("button", { name: "Edit" })).toBeVisible();

  await whole(mia.page).getByRole("button", { name: "Moderate the thread" }).click();
  await mia.page.getByRole("menuitem", { name: "at any pace" }).click();
  for (const { context } of [mia, ben]) await context.close();
});

test("many are decided together with a saved reply, while another moderator's desk follows", async ({
  browser,
  server,
}) => {
  const mia = await join(browser, server.url, "moderator", "Mara Moderator");
  const olive = await browserOf(browser, server.url, demoPeople.owner);
  const ana = await browserOf(browser, server.url, demoPeople.annotator);
  const { workspaceId, articleId } = mia;
  const desk = `/w/${workspaceId}/moderation`;
  const offer = async (words: string) => {
    const path = `/api/v1/articles/${articleId}/threads`;
    const said = await send<{ comment: { id: string } }>(ana.context.request, server.url, path, { text: words });
    await send(mia.context.request, server.url, `/api/v1/comments/${said.comment.id}/review`, {});
  };
  await mia.page.goto(`${desk}/replies`);
  await mia.page.getByRole("button", { name: "Write a reply" }).click();
  await mia.page.getByRole("textbox", { name: "Title" }).fill("Advertising");
  await mia.page.getByRole("textbox", { name: "The facts" }).fill("It advertises lamps.");
  await expectAccessible(mia.page);
  await mia.page.getByRole("button", { name: "Save" }).click();
  await expect(mia.page.getByRole("list", { name: "Saved replies" })).toContainText("It advertises lamps.");

  await offer("Buy my lamps.");
  await mia.page.goto(desk);
  await olive.page.goto(desk);
  const read = olive.page.getByRole("article", { name: "Comment by Ana Ribeiro" });
  const waiting = olive.page.getByText(/^Waiting \d+$/);
  await expect(read).toBeVisible();
  const before = Number((await waiting.textContent())?.replace("Waiting ", ""));
  await offer("Buy my lanterns.");
  await expect(waiting).toHaveText(`Waiting ${before + 1}`);
  await expect(olive.page.getByRole("navigation", { name: "Queue" })).toContainText("Buy my lanterns.");

  await expect(mia.page.getByText(`Waiting ${before + 1}`)).toBeVisible();
  await mia.page.keyboard.press("Shift+X");
  await expect(mia.page.getByText(`${before + 1} items selected`)).toBeVisible();
  await expect(mia.page.getByRole("button", { name: "Saved reply" })).toBeEnabled();
  await mia.page.keyboard.press("s");
  await mia.page.keyboard.type("adver");
  await mia.page.keyboard.press("Enter");
  await expect(mia.page.getByRole("textbox", { name: "The facts" })).toHaveValue("It advertises lamps.");
  await expectAccessible(mia.page);
  await mia.page.keyboard.press("Control+Enter");
  await expect(mia.page.getByText(`${before + 1} items were hidden.`)).toBeVisible();

  await expect(waiting).toHaveText("Waiting 0");
  await expect(olive.page.getByText("Decided meanwhile")).toBeVisible();
  await expect(read).toBeVisible();
  await mia.page.keyboard.press("z");
  await expect(waiting).toHaveText(`Waiting ${before + 1}`);
  await expect(olive.page.getByText("Decided meanwhile")).toHaveCount(0);
  await mia.page.keyboard.press("Shift+X");
  await expect(mia.page.getByText(`${before + 1} items selected`)).toBeVisible();
  // While the decisions are being taken back, nothing can be decided.
  await expect(mia.page.getByRole("button", { name: "All right" })).toBeEnabled();
  await mia.page.keyboard.press("a");
  await expect(waiting).toHaveText("Waiting 0");

  await mia.page.goto(`${desk}/health`);
  await expect(mia.page.getByRole("table", { name: "Flags per week" })).toBeAttached();
  await expectAccessible(mia.page);
  for (const { context } of [mia, olive, ana]) await context.close();
});
