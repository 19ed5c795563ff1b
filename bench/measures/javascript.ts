/** How much JavaScript a room needs until one can mark a passage in it, and how much more the editor brings. */
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { found, promised, type Row, size } from "../result";
import { openUntilMarkable } from "../room";
import { type PreparedArticle, pageOf, type Setting } from "../setting";
import { installStopwatch } from "../stopwatch";

/** Hypothesis' client needs 309 KB. */
const bound = 280_000; // bytes

export async function measureJavaScript(setting: Setting, { room }: PreparedArticle): Promise<Row[]> {
  const { context, page } = await pageOf(setting, "annotator");
  await installStopwatch(page);
  const scripts = countScripts(page);
  await openUntilMarkable(page, room);
  const first = await scripts.sum();

  await page.locator("mark[data-id]").first().click();
  await page.getByRole("button", { name: /a note|Edit note/ }).click();
  await page.getByRole("textbox", { name: /^Note on/ }).waitFor();
  const withEditor = await scripts.sum();
  await context.close();
  return [
    promised("JavaScript of the room until one can mark a passage (gzip)", first, bound, size),
    found("JavaScript of the note editor, loaded when one opens a note (gzip)", size(withEditor - first)),
  ];
}

/** Sums up the scripts that the page has got so far. A response's body is gzipped here, since servers choose how they pack it. */
function countScripts(page: Page): { sum(): Promise<number> } {
  const bodies: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    bodies.push(response.body().then((body) => gzipSync(body).byteLength));
  });
  return { sum: async () => (await Promise.all(bodies)).reduce((total, bytes) => total + bytes, 0) };
}
