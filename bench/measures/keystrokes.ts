/** How long a key stroke takes until the other person's browser shows it: two people writing one rebuttal. */
import type { Page } from "@playwright/test";
import { z } from "zod";
import { send } from "@/e2e/people";
import { duration, found, promised, type Row } from "../result";
import { type PreparedArticle, pageOf, type Setting } from "../setting";
import { percentile } from "../statistics";
import { installStopwatch, keyDownAt, shownAt } from "../stopwatch";

const strokes = 300;
/** A quick typist's pace. */
const pause = 80; // ms
const bound = 150; // ms

const createdSchema = z.object({ id: z.string() });

export async function measureKeystrokes(setting: Setting, article: PreparedArticle): Promise<Row[]> {
  const writer = await pageOf(setting, "editor");
  const reader = await pageOf(setting, "annotator");
  const { request } = writer.context;
  const { id } = createdSchema.parse(
    await send(request, setting.server.url, `/api/v1/articles/${article.articleId}/rebuttals`, {
      highlightIds: article.highlightIds.slice(0, 1),
      title: "What the figures leave out",
    }),
  );
  for (const { page } of [writer, reader]) {
    await installStopwatch(page);
    await page.goto(`${article.room}/rebuttals/${id}`);
    await page.getByRole("textbox", { name: "Text of the rebuttal" }).waitFor();
  }
  const times = await typeAndWatch(writer.page, reader.page);
  await Promise.all([writer.context.close(), reader.context.close()]);
  const at = (share: number) => percentile(times, share);
  return [
    found(`Key stroke to the other browser's paint (p50 of ${strokes})`, duration(at(0.5))),
    promised(`Key stroke to the other browser's paint (p95 of ${strokes})`, at(0.95), bound, duration),
    found(`Key stroke to the other browser's paint (p99 of ${strokes})`, duration(at(0.99))),
  ];
}

/** Types one letter at a time, and notes when the reader's page shows the text that much longer. */
async function typeAndWatch(writer: Page, reader: Page): Promise<number[]> {
  const text = '[role="textbox"][aria-label="Text of the rebuttal"]';
  await writer.locator(text).click();
  const times: number[] = [];
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    await reader.evaluate((field) => {
      // A caret's name stands in the text too; the words alone are in text nodes that the document owns.
      const words = () => [...document.querySelectorAll(`${field} p`)].map(wordsOf).join("");
      const wordsOf = (paragraph: Element) =>
        [...paragraph.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent)
          .join("");
      const before = words().length;
      window.benchShown = window.benchWhen(() => words().length > before);
    }, text);
    await writer.keyboard.press("abcdefghij"[stroke % 10] ?? "a");
    times.push((await shownAt(reader)) - (await keyDownAt(writer)));
    await writer.waitForTimeout(pause);
  }
  return times;
}
