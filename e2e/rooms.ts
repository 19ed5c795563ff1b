/** What people do in a room, for the journeys: open it, select words with the mouse, read the save status. */
import { expect, type Locator, type Page } from "@playwright/test";

/** The title of the demo's article. */
const demoTitle = /Port Selwyn/;

/** Opens the demo article's room from the library, and waits until it is live. */
export async function openDemoRoom(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: demoTitle }).click();
  await expect(page.getByRole("heading", { level: 1, name: demoTitle })).toBeVisible();
  await expectSaved(page);
}

/** Waits until everything this page has changed is on the server's disk, by the page's own word. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-state="saved"]')).toBeVisible();
}

/** Selects the words in the article by dragging the mouse from their first letter to behind their last. */
async function selectWords(page: Page, words: string): Promise<void> {
  const article = page.locator("#main");
  await article.getByText(words.slice(0, 25)).first().scrollIntoViewIfNeeded();
  const edges = await article.evaluate((main, wanted) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const lines = [...range.getClientRects()];
      const [first, last] = [lines[0], lines.at(-1)];
      if (first && last)
        return {
          from: [first.left + 0.5, first.top + first.height / 2],
          to: [last.right - 0.5, last.top + last.height / 2],
        };
    }
    throw new Error(`The article doesn't hold “${wanted}” in one piece.`);
  }, words);
  const [fromX = 0, fromY = 0] = edges.from;
  const [toX = 0, toY = 0] = edges.to;
  await page.mouse.move(fromX, fromY);
  await page.mouse.down();
  await page.mouse.move(toX, toY, { steps: 4 });
  await page.mouse.up();
}

/** Selects the words and gives them the label from the small toolbar. */
export async function mark(page: Page, words: string, label: string): Promise<void> {
  await selectWords(page, words);
  await page
    .getByRole("toolbar", { name: "Mark this passage" })
    .getByRole("button", { name: label, exact: true })
    .click();
}

/** The card of the highlight that begins with the words. */
export function cardOf(page: Page, words: string): Locator {
  return page.getByRole("article", { name: words });
}
