/** An article by every way there is: formatted paste, web page, Word, PDF, text in an old encoding, link. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { clipboard, docx, heading, html, pdf, second, title } from "./import-sources";
import { browserOf, demoPeople } from "./people";
import { makePlace, removePlace, startServer } from "./server";
import { test } from "./test";

const preview = (page: Page) => page.getByRole("button", { name: "Show the preview" }).click();
const text = (page: Page) => page.getByRole("region", { name: "The text" });

async function openImport(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Import an article" }).click();
  await expect(page.getByRole("tab", { name: "Paste" })).toBeVisible();
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByRole("tab", { name: "File" }).click();
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await expect(page.getByRole("button", { name: `Remove ${name}` })).toBeVisible();
}

/** The preview shows the article's structure; imported, so does the room. */
async function expectArticle(page: Page, emphasis: boolean): Promise<void> {
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue(title);
  await expect(text(page).getByRole("heading", { name: heading })).toBeVisible();
  await expect(text(page)).toContainText(second);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page).toHaveURL(/\/a\//);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const room = page.getByRole("main");
  await expect(room.getByRole("heading", { level: 2, name: heading })).toBeVisible();
  if (emphasis) await expect(room.locator("em").filter({ hasText: "cheap" })).toBeVisible();
}

test("pasted with its formatting", async ({ browser, server }) => {
  const { context, page } = await browserOf(browser, server.url, demoPeople.editor);
  await openImport(page);
  await page.getByRole("textbox", { name: "The text" }).evaluate((field, { html, text }) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", text);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, clipboard);
  await expect(page.getByRole("radio", { name: "With its formatting" })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "The text" })).toHaveValue(clipboard.text);
  await preview(page);
  await expectArticle(page, true);
  await context.close();
});

for (const { kind, file, make, emphasis } of [
  { kind: "a web page", file: "ferry.html", make: async () => Buffer.from(html), emphasis: true },
  { kind: "a Word document", file: "ferry.docx", make: docx, emphasis: true },
  { kind: "a PDF", file: "ferry.pdf", make: pdf, emphasis: false },
  {
    kind: "text in UTF-16",
    file: "ferry.txt",
    make: async () => Buffer.from(`\uFEFF${clipboard.text}`, "utf16le"),
    emphasis: false,
  },
]) {
  test(`${kind} as a file`, async ({ browser, server }) => {
    const { context, page } = await browserOf(browser, server.url, demoPeople.editor);
    await openImport(page);
    await choose(page, file, await make());
    await expectAccessible(page);
    await preview(page);
    await expectArticle(page, emphasis);
    await context.close();
  });
}

test("a file that can't be read is named for what it is, and stays chosen", async ({ browser, server }) => {
  const { context, page } = await browserOf(browser, server.url, demoPeople.editor);
  await openImport(page);
  await choose(page, "program.txt", Buffer.from([0x4d, 0x5a, 0, 1, 0, 0, 0, 0, 0x20, 0x61]));
  await preview(page);
  await expect(page.getByRole("alert").filter({ hasText: "doesn't read as text" })).toBeVisible();
  await choose(page, "large.txt", Buffer.alloc(20_000_001, "a"));
  await preview(page);
  await expect(page.getByRole("alert").filter({ hasText: "larger than 20 MB" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove large.txt" })).toBeVisible();
  await context.close();
});

test.describe("a link", () => {
  let pages: Server;
  test.beforeAll(async () => {
    pages = createServer((request, response) => {
      if (request.url === "/ferry") response.setHeader("content-type", "text/html; charset=utf-8").end(html);
      else if (request.url === "/moved") response.writeHead(302, { location: "http://127.0.0.1/secret" }).end();
      // Anything else is never answered.
    });
    await new Promise<void>((done) => pages.listen(0, "127.0.0.1", done));
  });
  test.afterAll(() => {
    pages.closeAllConnections();
    pages.close();
  });

  test("is fetched, can be cancelled, and leads nowhere inside", async ({ browser }) => {
    const place = await makePlace();
    const { port } = pages.address() as AddressInfo;
    const stub = new URL("link-stub.mjs", import.meta.url).href;
    const server = await startServer(place, { NODE_OPTIONS: `--import ${stub}`, LINK_STUB_PORT: String(port) });
    const { context, page } = await browserOf(browser, server.url, demoPeople.editor);
    await openImport(page);
    await page.getByRole("tab", { name: "Link" }).click();
    const address = page.getByRole("textbox", { name: "The page’s address" });

    await address.fill("http://gazette.example/never");
    await preview(page);
    await expect(page.getByRole("status").filter({ hasText: "Fetching the page" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("button", { name: "Show the preview" })).toBeEnabled();
    await expect(address).toHaveValue("http://gazette.example/never");

    for (const inside of ["http://gazette.example/moved", `http://127.0.0.1:${server.port}/readyz`, "http://[::1]/"]) {
      await address.fill(inside);
      await preview(page);
      await expect(page.getByRole("alert").filter({ hasText: "No public page can be reached" })).toBeVisible();
    }

    await address.fill("gazette.example/ferry");
    await preview(page);
    await expect(page.getByRole("alert").filter({ hasText: "can't be fetched" })).toBeVisible();
    await address.fill("http://gazette.example/ferry");
    await preview(page);
    await expect(page.getByRole("textbox", { name: "Link to the original" })).toHaveValue(
      "http://gazette.example/ferry",
    );
    await expect(page.getByRole("textbox", { name: "Publisher" })).toHaveValue("The Gazette");
    await expect(page).not.toHaveTitle("taken over");
    await expectArticle(page, true);
    await context.close();
    await server.end("SIGTERM");
    await removePlace(place);
  });
});
