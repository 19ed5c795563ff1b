/** Watched words: a moderator edits the list, tries it out and saves it; a comment is refused, one held, and the desk says why. */
import { expectAccessible } from "./axe";
import { browserOf, demoPeople, findDemoArticle, send } from "./people";
import { expect, test } from "./test";

test("words are watched, tried out, seen through their disguise, and marked at the desk", async ({
  browser,
  server,
}) => {
  const olive = await browserOf(browser, server.url, demoPeople.owner);
  const ana = await browserOf(browser, server.url, demoPeople.annotator);
  const { workspaceId, articleId } = await findDemoArticle(olive.context.request, server.url);
  const path = `/api/v1/articles/${articleId}/threads`;
  await send(ana.context.request, server.url, path, { text: "Buy a time\u00adshare while you can." });

  await olive.page.goto(`/w/${workspaceId}/moderation/rules`);
  const words = olive.page.getByRole("textbox", { name: "Words or phrases" });
  await words.fill("snake oil");
  await olive.page.getByRole("combobox", { name: "A comment with it" }).selectOption("is refused");
  await olive.page.getByRole("button", { name: "Add" }).click();
  await words.fill("timeshare");
  await olive.page.getByRole("combobox", { name: "A comment with it" }).selectOption("waits for a moderator");
  await olive.page.getByRole("textbox", { name: "Note for moderators" }).fill("Came in waves last spring.");
  await olive.page.getByRole("button", { name: "Add" }).click();
  await olive.page.getByRole("button", { name: "Try it out" }).click();
  const result = olive.page.getByRole("region", { name: "What the list finds" });
  await expect(result).toContainText("“timeshare” in 1");
  await expect(result.locator("mark")).toHaveText("time\u00adshare");
  await expectAccessible(olive.page);
  await olive.page.getByRole("button", { name: "Save the list" }).click();
  await expect(olive.page.getByText("The list holds for every comment from now on.")).toBeVisible();

  await ana.page.goto(`/w/${workspaceId}/a/${articleId}/threads`);
  const whole = ana.page.getByRole("region", { name: "The article as a whole" });
  await whole.getByRole("textbox", { name: "New comment" }).click();
  await ana.page.keyboard.type("It is sn4ke oil, and a t.i.m.e.s.h.a.r.e by the sea.");
  await ana.page.keyboard.press("Control+Enter");
  const refused = ana.page.getByRole("alert").filter({ hasText: "Not posted." });
  await expect(refused).toContainText("isn't accepted in this workspace");
  await expect(refused).not.toContainText("snake");
  await refused.getByRole("button", { name: "Change it" }).click();
  await ana.page.getByRole("textbox", { name: "Change your comment" }).press("ControlOrMeta+a");
  await ana.page.keyboard.type("Mine is a t.i.m.e.s.h.a.r.e by the sea.");
  await ana.page.keyboard.press("Control+Enter");
  await expect(ana.page.getByRole("article").filter({ hasText: "by the sea" })).toContainText(
    "It waits for a moderator",
  );

  await olive.page.goto(`/w/${workspaceId}/moderation`);
  const queue = olive.page.getByRole("navigation", { name: "Queue" });
  const found = olive.page.getByRole("region", { name: "Found automatically" });
  // Other items may wait above it, and a choice before the page is alive is none.
  await expect(async () => {
    await queue.getByRole("button").filter({ hasText: "Mine is a t.i.m.e.s.h.a.r.e" }).click();
    await expect(found).toContainText("The watched word “timeshare”", { timeout: 1000 });
  }).toPass();
  await expect(found).toContainText("Came in waves last spring.");
  await expect(found.locator("mark")).toHaveText("t.i.m.e.s.h.a.r.e");
  await expectAccessible(olive.page);
  for (const { context } of [ana, olive]) await context.close();
});
