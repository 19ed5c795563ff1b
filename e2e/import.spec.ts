/** Importing an article: from a page's pasted text to the room, with a look at what was recognised and set aside. */
import { existsSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { browserOf, demoPeople } from "./people";
import { expect, test } from "./test";

const root = new URL("../", import.meta.url);
const demo = readFileSync(new URL("prisma/demo/night-buses.txt", root), "utf8");
const reportedArticle = new URL("../shared/articles/nato-summit-reckoning.txt", root);

const previewHeading = (page: Page) => page.getByRole("heading", { name: "Is this the article?" });
const source = (page: Page) => page.getByRole("textbox", { name: "The text" });

async function openImport(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Import an article" }).click();
  await expect(source(page)).toBeVisible();
}

test("an editor pastes an article, puts a line back, takes a block out, corrects a detail and imports", async ({
  browser,
  server,
}) => {
  const { context, page } = await browserOf(browser, server.url, demoPeople.editor);
  await openImport(page);
  await expectAccessible(page);
  await source(page).fill(demo);
  await page.getByRole("button", { name: "Show the preview" }).click();

  await expect(previewHeading(page)).toBeFocused();
  const title = page.getByRole("textbox", { name: "Title" });
  await expect(title).toHaveValue("Port Selwyn’s Night Buses Are Not Empty—They Are Early");
  await expect(page.getByRole("textbox", { name: "Author 1: name" })).toHaveValue("Ines Calloway");
  await expect(page.getByRole("textbox", { name: "Published" })).toHaveValue("2026-03-04");
  const text = page.getByRole("region", { name: "The text" });
  await expect(text).not.toContainText("Hidden input");
  await page.getByRole("button", { name: "Form fields 40" }).click();
  await expect(page.getByRole("list", { name: "Form fields" }).getByRole("listitem")).toHaveCount(40);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Consent notices 1" }).click();
  await page.getByRole("button", { name: "Restore: By submitting this form" }).click();
  await expect(text).toContainText("By submitting this form");
  await page.getByRole("button", { name: "Set aside again: By submitting" }).first().click();
  await expect(text).not.toContainText("By submitting this form");
  await page.getByRole("button", { name: "Legal small print 1" }).click();
  await page.getByRole("button", { name: "Restore: The opinions expressed" }).click();
  await page.getByRole("button", { name: "Set aside: A driver waits" }).click();
  await title.fill("");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(title).toBeFocused();
  await title.fill("The night buses, corrected");
  await page.getByRole("button", { name: "Import", exact: true }).click();

  await expect(page).toHaveURL(/\/a\//);
  await expect(page.getByRole("heading", { level: 1, name: "The night buses, corrected" })).toBeVisible();
  const room = page.getByRole("main");
  await expect(room).toContainText("The opinions expressed in this article");
  await expect(room).not.toContainText("A driver waits at the Quayside");
  await context.close();
});

test("a paste that can't be read stays in the form, and so does one that was only looked at", async ({
  browser,
  server,
}) => {
  const { context, page } = await browserOf(browser, server.url, demoPeople.editor);
  await openImport(page);
  const garbled = "caf\uFFFD na\uFFFDve r\uFFFDle and more";
  await source(page).fill(garbled);
  await page.getByRole("button", { name: "Show the preview" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "doesn't read as text" })).toBeVisible();
  await expect(source(page)).toHaveValue(garbled);

  const words = "# A title of some words\n\nA paragraph that *says* something.";
  await source(page).fill(words);
  await page.getByRole("radio", { name: "Markdown" }).click();
  await page.getByRole("button", { name: "Show the preview" }).click();
  await expect(page.getByRole("region", { name: "The text" }).locator("em")).toHaveText("says");
  await page.getByRole("button", { name: "Back to the source" }).click();
  await expect(source(page)).toHaveValue(words);
  await expect(page.getByRole("radio", { name: "Markdown" })).toBeChecked();
  await context.close();
});

test("the article that people reported arrives clean", async ({ browser, server }) => {
  test.skip(!existsSync(reportedArticle), "The article's text is not part of the repository.");
  const { context, page } = await browserOf(browser, server.url, demoPeople.editor);
  await openImport(page);
  await source(page).fill(readFileSync(reportedArticle, "utf8"));
  await page.getByRole("button", { name: "Show the preview" }).click();
  await expect(page.getByRole("button", { name: "Form fields 58" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Consent notices 1" })).toBeVisible();
  await page.getByRole("button", { name: "Import", exact: true }).click();

  await expect(page).toHaveURL(/\/a\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "NATO’s 76th Summit Is a Reckoning—Not a Celebration",
  );
  const room = page.getByRole("main");
  await expect(room).toContainText("Robert Benson");
  await expect(room).toContainText("Updated 23 June 2025");
  for (const line of ["This field is hidden", "Opt Ins", "reCAPTCHA"]) await expect(room).not.toContainText(line);
  await context.close();
});
