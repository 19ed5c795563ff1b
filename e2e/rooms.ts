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

/** A point of the viewport, in px. */
type Point = readonly [x: number, y: number];

/** Where the article's words begin and end on the screen, whatever marks they lie in. Brings them into view. */
export async function edgesOf(page: Page, words: string): Promise<{ from: Point; to: Point }> {
  const [fromX = 0, fromY = 0, toX = 0, toY = 0] = await page.evaluate((wanted) => {
    const block = [...document.querySelectorAll("[data-block]")].find((each) => each.textContent?.includes(wanted));
    if (!block) throw new Error(`No block of the article holds “${wanted}”.`);
    const start = block.textContent?.indexOf(wanted) ?? 0;
    const end = start + wanted.length;
    const range = document.createRange();
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const after = before + (node as Text).length;
      if (before <= start && start < after) range.setStart(node, start - before);
      if (before < end && end <= after) range.setEnd(node, end - before);
      before = after;
    }
    block.scrollIntoView({ block: "center", behavior: "instant" });
    const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) throw new Error(`“${wanted}” isn't drawn.`);
    return [first.left + 0.5, first.top + first.height / 2, last.right - 0.5, last.top + last.height / 2];
  }, words);
  return { from: [fromX, fromY], to: [toX, toY] };
}

/** Selects the words in the article by dragging the mouse from their first letter to behind their last. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const { from, to } = await edgesOf(page, words);
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
}

/** The words under a highlight's marks. */
export function markedWords(page: Page, id: string): Promise<string> {
  return page.evaluate((wanted) => {
    const pieces = [...document.querySelectorAll<HTMLElement>(`mark[data-id="${wanted}"]`)];
    return pieces.map(({ textContent }) => textContent).join("");
  }, id);
}

/** Selects the words and gives them the label from the small toolbar. */
export async function mark(page: Page, words: string, label: string): Promise<void> {
  await selectWords(page, words);
  await page
    .getByRole("toolbar", { name: "Mark this passage" })
    .getByRole("button", { name: label, exact: true })
    .click();
}

/** The id of the highlight whose card is the active one. */
export async function activeHighlight(page: Page): Promise<string> {
  return (await page.locator("[data-card][data-active]").getAttribute("data-card")) ?? "";
}

/** The card of the highlight that begins with the words. */
export function cardOf(page: Page, words: string): Locator {
  return page.getByRole("article", { name: words });
}
