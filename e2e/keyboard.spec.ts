/** Jobs 1 and 2 with the keyboard alone: annotate an article, then answer it. The mouse is never touched. */
import type { Locator, Page } from "@playwright/test";
import { browserOf, demoPeople } from "./people";
import { expectSaved } from "./rooms";
import { expect, test } from "./test";

/** Presses Tab until the control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  const isFocused = () => control.evaluate((element) => element === document.activeElement);
  for (let presses = 0; !(await isFocused()); presses += 1) {
    expect(presses, "the control is reached within a hundred presses of Tab").toBeLessThan(100);
    await page.keyboard.press("Tab");
  }
}

test("a passage is found, labelled, noted, discussed and answered with the keyboard alone", async ({
  browser,
  server,
}) => {
  const { context, page } = await browserOf(browser, server.url, demoPeople.annotator);
  await page.goto("/");
  await tabTo(page, page.getByRole("link", { name: /Port Selwyn/ }));
  await page.keyboard.press("Enter");
  await expectSaved(page);

  // h: choose a sentence; Enter: its label; arrows along the toolbar.
  await page.keyboard.press("h");
  await expect(page.getByRole("application", { name: /Choose a passage/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const toolbar = page.getByRole("toolbar", { name: "Mark this passage" });
  await expect(toolbar.getByRole("button", { name: "Claim" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const card = page.getByRole("article", { name: /^Evidence by Ana Ribeiro/ }).and(page.locator("[data-active]"));
  await expect(card).toBeVisible();

  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: /^Note on/ })).toBeFocused();
  await page.keyboard.type("Written without a mouse.");
  await page.keyboard.press("Escape");
  await expect(card).toContainText("Written without a mouse.");
  await expectSaved(page);

  await page.keyboard.press("c");
  await expect(card.getByRole("textbox")).toBeFocused();
  await page.keyboard.type("Said without a mouse.");
  await page.keyboard.press("Control+Enter");
  await expect(card.getByText("Said without a mouse.")).toBeVisible();
  await page.keyboard.press("Escape");

  await tabTo(page, card.getByRole("button", { name: "Rebut" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/rebuttals\/[0-9a-f-]{36}/);
  const text = page.getByRole("textbox", { name: "Text of the rebuttal" });
  await tabTo(page, text);
  await page.keyboard.type("Answered without a mouse.");
  await expect(text).toContainText("Answered without a mouse.");
  await expectSaved(page);
  await context.close();
});
