/** How soon a highlight shows that one adds or selects among many. */
import type { Page } from "@playwright/test";
import { duration, found, promised, type Row } from "../result";
import { openUntilMarkable, selectWords, untilToolbar } from "../room";
import { type PreparedArticle, pageOf, type Setting } from "../setting";
import { percentile } from "../statistics";
import { installStopwatch, keyDownAt, shownAt } from "../stopwatch";

const times = 60;
const bound = 100; // ms

export async function measureHighlights(setting: Setting, { room, highlightIds }: PreparedArticle): Promise<Row[]> {
  const { context, page } = await pageOf(setting, "annotator");
  await installStopwatch(page);
  await openUntilMarkable(page, room);
  const selecting: number[] = [];
  for (let index = 0; index < times; index += 1) selecting.push(await selectNext(page));
  const adding: number[] = [];
  for (let index = 0; index < times; index += 1) adding.push(await addOne(page, index));
  await context.close();
  const many = highlightIds.length.toLocaleString("en");
  const rows = (what: string, measured: number[]) => [
    found(`${what} among ${many}, key to next paint (p50 of ${times})`, duration(percentile(measured, 0.5))),
    promised(`${what} among ${many}, key to next paint (p95 of ${times})`, percentile(measured, 0.95), bound, duration),
  ];
  return [...rows("Add a highlight", adding), ...rows("Select a highlight", selecting)];
}

/** Presses `j` and waits until the text shows another highlight as the active one. */
async function selectNext(page: Page): Promise<number> {
  await page.evaluate(() => {
    const active = () => document.querySelector<HTMLElement>("mark[data-active]")?.dataset.id;
    const before = active();
    window.benchShown = window.benchWhen(() => active() !== undefined && active() !== before);
  });
  await page.keyboard.press("j");
  return (await shownAt(page)) - (await keyDownAt(page));
}

/** Selects words, presses the first label's key and waits until the text shows the new highlight. */
async function addOne(page: Page, index: number): Promise<number> {
  await selectWords(page, index);
  await untilToolbar(page);
  await page.evaluate(() => {
    const known = new Set(
      [...document.querySelectorAll<HTMLElement>("mark[data-id]")].map(({ dataset }) => dataset.id),
    );
    const isNew = ({ dataset }: HTMLElement) => !known.has(dataset.id);
    window.benchShown = window.benchWhen(() =>
      [...document.querySelectorAll<HTMLElement>("mark[data-id]")].some(isNew),
    );
  });
  await page.keyboard.press("1");
  return (await shownAt(page)) - (await keyDownAt(page));
}
