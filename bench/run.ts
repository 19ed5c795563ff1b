/** Measures everything that was promised, one after the other, prints the table and writes docs/performance.md. */
import { fileURLToPath } from "node:url";
import { loadBefore, machineName } from "./machine";
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

const say = (words: string) => console.error(words);
const load = loadBefore();
const executablePath = process.argv[2];

say("Starting and stopping the server …");
const rows: Row[] = await measureWarmStart();
const machine = await inSetting(executablePath, async (setting) => {
  say(`Putting ${highlights} highlights on an article …`);
  const article = await prepareArticle(setting, highlights);
  const measures = [
    ["Counting JavaScript", measureJavaScript],
    ["Opening rooms", measureOpening],
    ["Selecting and adding highlights", measureHighlights],
    ["Typing", measureKeystrokes],
  ] as const;
  for (const [what, measure] of measures) {
    say(`${what} …`);
    rows.push(...(await measure(setting, article)));
  }
  return machineName(setting.browser.version());
});

const report = { machine, load, date: new Date(), rows };
console.log(`\n${asText(report)}`);
await writePage(page, report);
