/**
 * Measures what was promised, one after the other, and prints the table. All of it is also written to
 * docs/performance.md; `--only javascript,opening` measures some of it and writes nothing.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadBefore, machineName } from "./machine";
import { measureDesk } from "./measures/desk";
import { measureHighlights } from "./measures/highlights";
import { measureJavaScript } from "./measures/javascript";
import { measureKeystrokes } from "./measures/keystrokes";
import { measureOpening } from "./measures/opening";
import { measureWarmStart } from "./measures/warm-start";
import { asText, writePage } from "./report";
import type { Row } from "./result";
import { inSetting, prepareArticle } from "./setting";

const highlights = 2000;
const page = fileURLToPath(new URL("../docs/performance.md", import.meta.url));

/** What is measured in a browser, in order. */
const measures = {
  javascript: { doing: "Counting JavaScript", measure: measureJavaScript },
  opening: { doing: "Opening rooms", measure: measureOpening },
  highlights: { doing: "Selecting and adding highlights", measure: measureHighlights },
  keystrokes: { doing: "Typing", measure: measureKeystrokes },
  desk: { doing: "Working through the moderators' queue", measure: measureDesk },
} as const;

const say = (words: string) => console.error(words);
const load = loadBefore();
const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: "string" } } });
const only = values.only?.split(",");
const isWanted = (name: string) => only === undefined || only.includes(name);

const rows: Row[] = [];
if (isWanted("warm-start")) {
  say("Starting and stopping the server …");
  rows.push(...(await measureWarmStart()));
}
const machine = await inSetting(positionals[0], async (setting) => {
  say(`Putting ${highlights} highlights on an article …`);
  const article = await prepareArticle(setting, highlights);
  for (const [name, { doing, measure }] of Object.entries(measures)) {
    if (!isWanted(name)) continue;
    say(`${doing} …`);
    rows.push(...(await measure(setting, article)));
  }
  return machineName(`Chromium ${setting.browser.version()}`);
});

const report = { machine, load, date: new Date(), rows };
console.log(`\n${asText(report)}`);
if (!only) await writePage(page, report);
