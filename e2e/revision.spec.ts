/** An article gets another text: what becomes of its highlights, who notices, what is decided, and how it is undone. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { browserOf, demoPeople, findDemoArticle, send } from "./people";
import { cardOf, expectSaved, mark } from "./rooms";
import { expect, test } from "./test";

const trams =
  "Night trams carry eleven thousand people a week through the sleeping city, most of them on their way to work.";
const plan = "The plan to end them counts empty seats at four in the morning and calls them waste.";
const lamps = "Every lamp along the river was paid for by the harbour board in nineteen thirty.";
const bakers = "Nobody asked the nurses and the bakers what they would do instead of the tram.";
const changed = plan.replace("calls them waste", "calls those waste");
const news = "The council has since promised to look at the plan once more, in public.";

const textOf = (...paragraphs: string[]) => ["The last tram home", ...paragraphs].join("\n\n");

/** Waits until the page's text has the words, or hasn't. */
const article = (page: Page) => page.locator("article[aria-labelledby='article-title']");

test("a corrected version is uploaded, and its report worked through", async ({ browser, server }) => {
  const edgar = await browserOf(browser, server.url, demoPeople.editor);
  const ana = await browserOf(browser, server.url, demoPeople.annotator);
  const { workspaceId } = await findDemoArticle(edgar.context.request, server.url);
  const { id } = await send<{ id: string }>(
    edgar.context.request,
    server.url,
    `/api/v1/workspaces/${workspaceId}/articles`,
    {
      kind: "text",
      content: textOf(trams, plan, lamps, bakers),
    },
  );
  const room = `/w/${workspaceId}/a/${id}`;

  // Ana marks three passages and starts a thread on one of them.
  await ana.page.goto(room);
  await expectSaved(ana.page);
  await mark(ana.page, "counts empty seats at four in the morning", "Claim");
  await mark(ana.page, "paid for by the harbour board", "Evidence");
  await mark(ana.page, "nurses and the bakers", "Question");
  await expectSaved(ana.page);
  await cardOf(ana.page, "counts empty seats").click();
  await cardOf(ana.page, "counts empty seats").getByRole("button", { name: "Comment" }).click();
  await ana.page.getByRole("textbox", { name: "New comment" }).click();
  await ana.page.keyboard.type("Who counted them?");
  await ana.page.keyboard.press("Control+Enter");
  await expect(ana.page.getByText("Who counted them?")).toBeVisible();

  // Edgar uploads a version in which a sentence changed, one is gone and a paragraph is new.
  await edgar.page.goto(`${room}/revisions`);
  await edgar.page.getByRole("link", { name: "Import a new version" }).click();
  await edgar.page.getByRole("textbox", { name: "The text" }).fill(textOf(news, trams, changed, bakers));
  await edgar.page.getByRole("button", { name: "Show the preview" }).click();
  await edgar.page.getByRole("button", { name: "Look at the changes" }).click();
  await expect(edgar.page.getByRole("heading", { name: "What will change" })).toBeVisible();
  await expect(edgar.page.getByRole("region", { name: "What will become of the highlights" })).toContainText(
    "paid for by the harbour board",
  );
  await expectAccessible(edgar.page);
  await edgar.page.getByRole("button", { name: "Save as a new revision" }).click();
  await expect(edgar.page.getByRole("heading", { name: "What became of the highlights" })).toBeVisible();
  await expect(edgar.page.getByRole("status")).toHaveText("1 to decide.");
  await expectAccessible(edgar.page);

  // Ana's room says so, and goes on showing what she reads.
  await expect(ana.page.getByText("This article has another revision now.")).toBeVisible();
  await expect(article(ana.page)).toContainText(lamps);
  await expect(article(ana.page)).not.toContainText(news);
  await expect(ana.page.locator("mark", { hasText: "paid for by the harbour board" })).toBeVisible();
  await expectAccessible(ana.page);
  await ana.page.getByRole("button", { name: "Show it" }).click();
  await expect(article(ana.page)).toContainText(news);
  await expect(article(ana.page)).not.toContainText(lamps);

  // The highlight stands on its words again, with its thread.
  await expect(ana.page.locator("mark", { hasText: "counts empty seats at four in the morning" })).toBeVisible();
  await cardOf(ana.page, "counts empty seats").click();
  await cardOf(ana.page, "counts empty seats").getByRole("button", { name: "1 comment" }).click();
  await expect(ana.page.getByText("Who counted them?")).toBeVisible();

  // The orphan is listed with its words; Ana gives it a new place from the report.
  const orphan = ana.page.getByRole("article", { name: "Without a place: paid for by the harbour board" });
  await expect(orphan).toContainText("Its words are gone");
  await orphan.getByRole("link", { name: "In the report" }).click();
  const entry = ana.page.getByRole("article", { name: "Highlight: paid for by the harbour board" });
  await expect(entry.getByRole("link", { name: "In revision 1" })).toBeVisible();
  await entry.getByRole("link", { name: "Select a new passage" }).click();
  await expect(ana.page.getByRole("region", { name: "Select a new place" })).toBeVisible();
  await selectByTripleClick(ana.page, news);
  await ana.page.getByRole("button", { name: "Attach here" }).click();
  await expectSaved(ana.page);
  await expect(ana.page.locator("mark", { hasText: "The council has since promised" })).toBeVisible();
  await expect(orphan).toHaveCount(0);
  await edgar.page.reload();
  await expect(edgar.page.getByRole("status")).toHaveText("Nothing is left to decide.");

  // Edgar undoes it all; everything is where it was.
  await edgar.page.goto(`${room}/revisions`);
  await edgar.page.getByRole("button", { name: "Undo revision 2" }).click();
  await edgar.page.getByRole("button", { name: "Undo this revision" }).click();
  await expect(edgar.page.getByText("Undone", { exact: true })).toBeVisible();
  await ana.page.getByRole("button", { name: "Show it" }).click();
  await expect(article(ana.page)).toContainText(lamps);
  await expect(ana.page.locator("mark", { hasText: "paid for by the harbour board" })).toBeVisible();
  await Promise.all([edgar.context.close(), ana.context.close()]);
});

test("a text is corrected block by block; a stale base loses nothing", async ({ browser, server }) => {
  const edgar = await browserOf(browser, server.url, demoPeople.editor);
  const olive = await browserOf(browser, server.url, demoPeople.owner);
  const { workspaceId } = await findDemoArticle(edgar.context.request, server.url);
  const { id } = await send<{ id: string }>(
    edgar.context.request,
    server.url,
    `/api/v1/workspaces/${workspaceId}/articles`,
    {
      kind: "text",
      content: textOf(trams, plan, lamps),
    },
  );
  const revisions = `/w/${workspaceId}/a/${id}/revisions`;
  for (const { page } of [edgar, olive]) {
    await page.goto(`${revisions}/correct`);
    await expect(page.getByRole("textbox", { name: "The text" })).toContainText(lamps);
  }

  const text = edgar.page.getByRole("textbox", { name: "The text" });
  await text.getByText(lamps).click();
  await edgar.page.keyboard.press("End");
  await edgar.page.keyboard.type(" Nobody paid since.");
  await edgar.page.keyboard.press("Enter");
  await edgar.page.keyboard.type("What the board says");
  await edgar.page.getByRole("combobox", { name: "What this block is" }).selectOption("Heading");
  await edgar.page.getByRole("button", { name: "Move the block up" }).click();
  await expectAccessible(edgar.page);
  await edgar.page.getByRole("button", { name: "Look at the changes" }).click();
  await expect(edgar.page.locator("ins", { hasText: "Nobody paid since." })).toBeVisible();
  await edgar.page.getByRole("button", { name: "Save as a new revision" }).click();
  await expect(edgar.page.getByRole("heading", { name: "What became of the highlights" })).toBeVisible();

  // Olive wrote against the text before; she is told, and her words stay.
  await olive.page.getByRole("textbox", { name: "The text" }).getByText(plan).click();
  await olive.page.keyboard.press("End");
  await olive.page.keyboard.type(" So they say.");
  await olive.page.getByRole("button", { name: "Look at the changes" }).click();
  await olive.page.getByRole("button", { name: "Save as a new revision" }).click();
  await expect(olive.page.getByText("Somebody made another revision meanwhile")).toBeVisible();
  await olive.page.getByRole("button", { name: "Back to the text" }).click();
  await expect(olive.page.getByRole("textbox", { name: "The text" })).toContainText("So they say.");

  await edgar.page.goto(`${revisions}/compare?from=1&to=2&view=side`);
  await expect(edgar.page.getByText("What the board says")).toBeVisible();
  await expectAccessible(edgar.page);
  await edgar.page.goto(`${revisions}/1`);
  await expect(article(edgar.page)).not.toContainText("Nobody paid since.");
  await expectAccessible(edgar.page);
  await olive.page.goto("about:blank");
  await Promise.all([edgar.context.close(), olive.context.close()]);
});

/** Selects the paragraph with the words. */
async function selectByTripleClick(page: Page, words: string): Promise<void> {
  await page.locator("#main").getByText(words).click({ clickCount: 3 });
}
