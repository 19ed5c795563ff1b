/** A team annotation session: several people mark, note and answer one article at the same time. */
import { browserOf, demoPeople } from "./people";
import { cardOf, expectSaved, mark, openDemoRoom } from "./rooms";
import { expect, test } from "./test";

test("two people mark, note and answer at once, and see each other do it", async ({ browser, server }) => {
  const olive = await browserOf(browser, server.url, demoPeople.owner);
  const edgar = await browserOf(browser, server.url, demoPeople.editor);
  await openDemoRoom(olive.page);
  await openDemoRoom(edgar.page);

  // Both mark at the same time, and each sees the other's mark.
  const [hers, his] = ["It sounds damning.", "None of this is radical."];
  await Promise.all([mark(olive.page, hers, "Claim"), mark(edgar.page, his, "Assumption")]);
  for (const { page } of [olive, edgar]) {
    await expect(page.locator("mark").filter({ hasText: hers })).toBeVisible();
    await expect(page.locator("mark").filter({ hasText: his })).toBeAttached();
  }

  // Both write in one note, and each sees the other's caret with their name. Hers is open before her; he opens it.
  await edgar.page.locator("mark").filter({ hasText: hers }).click();
  for (const { page } of [olive, edgar]) {
    await cardOf(page, hers).getByRole("button", { name: /note/i }).click();
    await expect(page.getByRole("textbox", { name: /^Note on/ })).toBeFocused();
  }
  await olive.page.keyboard.type("An average is not a verdict. ");
  await expect(edgar.page.getByRole("textbox", { name: /^Note on/ })).toContainText("An average is not a verdict.");
  await expect(edgar.page.getByRole("textbox", { name: /^Note on/ })).toContainText("Olive Okafor");
  await edgar.page.keyboard.press("Control+End");
  await edgar.page.keyboard.type("The annex says why.");
  await expect(olive.page.getByRole("textbox", { name: /^Note on/ })).toContainText("The annex says why.");
  await expect(olive.page.getByRole("textbox", { name: /^Note on/ })).toContainText("Edgar Lindqvist");
  await expectSaved(olive.page);
  await expectSaved(edgar.page);

  // She answers it; he joins her in the rebuttal.
  await olive.page.keyboard.press("Escape");
  await cardOf(olive.page, hers).getByRole("button", { name: "Rebut" }).click();
  await expect(olive.page).toHaveURL(/\/rebuttals\/[0-9a-f-]{36}/);
  const text = (page: typeof olive.page) => page.getByRole("textbox", { name: "Text of the rebuttal" });
  await edgar.page.goto(olive.page.url());
  for (const { page } of [olive, edgar]) await text(page).click();
  await olive.page.keyboard.type("Half of the figure is the way home.");
  await expect(text(edgar.page)).toContainText("Half of the figure is the way home.");
  await expect(text(edgar.page)).toContainText("Olive Okafor");
  await edgar.page.keyboard.press("Control+End");
  await edgar.page.keyboard.type(" And nobody counted it.");
  await expect(text(olive.page)).toContainText("And nobody counted it.");
  await expect(text(olive.page)).toContainText("Edgar Lindqvist");
  await expectSaved(edgar.page);

  await olive.context.close();
  await edgar.context.close();
});

test("what is marked and written offline outlives the tab, and merges when the person is back", async ({
  browser,
  server,
}) => {
  const ana = await browserOf(browser, server.url, demoPeople.annotator);
  const edgar = await browserOf(browser, server.url, demoPeople.editor);
  await openDemoRoom(ana.page);
  await openDemoRoom(edgar.page);
  const room = ana.page.url();

  await ana.context.setOffline(true);
  await expect(ana.page.locator('[data-state="offline"]')).toBeVisible();
  await mark(ana.page, "The hospital was not asked about the plan.", "Evidence");
  await expect(ana.page.getByText(/Offline, \d+ changes? kept on this device/).first()).toBeVisible();
  // Meanwhile the others go on.
  await mark(edgar.page, "It can be extended for a year at its present price.", "Question");
  await expectSaved(edgar.page);
  await ana.page.close({ runBeforeUnload: false });

  await ana.context.setOffline(false);
  const back = await ana.context.newPage();
  await back.goto(room);
  await expectSaved(back);
  for (const page of [back, edgar.page]) {
    await expect(page.locator("mark").filter({ hasText: "The hospital was not asked about the plan." })).toBeAttached();
    await expect(page.locator("mark").filter({ hasText: "It can be extended for a year" })).toBeAttached();
  }
  await ana.context.close();
  await edgar.context.close();
});
