/** Marking a pull quote: it repeats the text, and the mark can go there. */
import { expectAccessible } from "./axe";
import { browserOf, demoPeople } from "./people";
import { activeHighlight, cardOf, expectSaved, mark, markedWords, openDemoRoom } from "./rooms";
import { expect, test } from "./test";

test("a highlight on a pull quote offers to be placed on the sentence, and that can be undone", async ({
  browser,
  server,
}) => {
  const { context, page } = await browserOf(browser, server.url, demoPeople.editor);
  await openDemoRoom(page);
  // The demo's last pull quote stands before the paragraph that it repeats.
  const quote = page.getByRole("note", { name: "Pull quote, repeats the text" }).last();
  const words = ((await quote.textContent()) ?? "").split(/\s+/).slice(2, 7).join(" ");
  await mark(page, words, "Claim");
  const id = await activeHighlight(page);
  await expect(quote.locator(`mark[data-id="${id}"]`)).toBeVisible();
  await expectAccessible(page);

  await cardOf(page, words).getByRole("button", { name: "Place it on the sentence" }).click();
  await expect(quote.locator(`mark[data-id="${id}"]`)).toHaveCount(0);
  await expect.poll(() => markedWords(page, id)).toBe(words);
  await expect(page.getByRole("button", { name: "Place it on the sentence" })).toHaveCount(0);
  const told = page.getByRole("alert").filter({ hasText: "Moved from the pull quote" });
  await told.getByRole("button", { name: "Undo" }).click();
  await expect(quote.locator(`mark[data-id="${id}"]`)).toBeVisible();
  await page.getByRole("button", { name: "Place it on the sentence" }).click();
  await expectSaved(page);
  await page.reload();
  await expect(page.locator(`[data-block] mark[data-id="${id}"]`)).toBeAttached();
  await expect(quote.locator(`mark[data-id="${id}"]`)).toHaveCount(0);
  await context.close();
});
