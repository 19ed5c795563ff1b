/** What a person does in a room, for the measures: open it, select words, wait until they can be marked. */
import type { Page } from "@playwright/test";

const toolbar = '[role="toolbar"][aria-label="Mark this passage"]';

/**
 * Selects some words of a paragraph, as a person's mouse would have.
 * @param paragraph which of the article's blocks, counted from its middle
 */
export function selectWords(page: Page, paragraph: number): Promise<void> {
  return page.evaluate((index) => {
    const blocks = [...document.querySelectorAll("article p")];
    const block = blocks[(Math.floor(blocks.length / 2) + index) % blocks.length];
    const words = block && document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
    if (!words) throw new Error("The paragraph has no words.");
    block.scrollIntoView({ block: "center" });
    document.getSelection()?.setBaseAndExtent(words, 0, words, Math.min(12, words.textContent?.length ?? 0));
  }, paragraph);
}

/**
 * Goes to the room and waits until words that are selected can be marked.
 * @returns time from the start of the navigation, in ms
 */
export async function openUntilMarkable(page: Page, room: string): Promise<number> {
  await page.goto(room, { waitUntil: "commit" });
  const at = await page.evaluate(async (bar) => {
    const select = setInterval(() => {
      const words = document.querySelector("article p")?.firstChild;
      if (words && document.getSelection()?.isCollapsed !== false) document.getSelection()?.selectAllChildren(words);
      else document.dispatchEvent(new Event("selectionchange"));
    }, 50);
    const shown = await window.benchWhen(() => document.querySelector(bar) !== null);
    clearInterval(select);
    return shown - performance.timeOrigin;
  }, toolbar);
  await page.keyboard.press("Escape");
  return at;
}

/** Waits until the toolbar over the selection is there. */
export async function untilToolbar(page: Page): Promise<void> {
  await page.waitForSelector(toolbar);
}
