/** A telephone: every screen fits its width, and a passage's card opens from below at a touch. */
import { devices } from "@playwright/test";
import { demoPeople, signIn } from "./people";
import { expect, test } from "./test";

test("on a phone one reads, opens a passage's card by touch, and nothing reaches over the edge", async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ ...devices["Pixel 7"], baseURL: server.url });
  await signIn(context.request, server.url, demoPeople.annotator);
  const page = await context.newPage();
  const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Library" })).toBeVisible();
  expect(await overhang()).toBeLessThanOrEqual(0);

  await page.getByRole("link", { name: /Port Selwyn/ }).tap();
  await expect(page.locator('[data-state="saved"]')).toBeVisible();
  expect(await overhang()).toBeLessThanOrEqual(0);
  await page.locator("mark").filter({ hasText: "nearly three times what a boarding costs" }).first().tap();
  const card = page.getByRole("article", { name: /nearly three times what a boarding costs/ });
  await expect(card).toBeInViewport();
  await expect(card.getByRole("button", { name: /rebut/i })).toBeVisible();

  for (const [tab, heading] of [
    ["Rebuttals", "Rebuttals"],
    ["Threads", "Threads"],
  ] as const) {
    await page.goto(`${page.url().replace(/(\/a\/[0-9a-f-]{36}).*/, "$1")}/${tab.toLowerCase()}`);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    expect(await overhang(), `${tab} fits`).toBeLessThanOrEqual(0);
  }
  await context.close();
});
