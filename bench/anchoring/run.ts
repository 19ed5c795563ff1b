/**
 * Measures how well passages are found again, prints what was promised and writes docs/performance-anchoring.md. With
 * `--tuning` it takes the seeds that rules may be tried on, prints what was missed, and writes nothing.
 */
import { fileURLToPath } from "node:url";
import { loadBefore, machineName } from "../machine";
import { asText } from "../report";
import { measureText } from "./cases";
import { missesTable } from "./misses";
import { writePage } from "./page";
import type { Seeds } from "./seeds";
import { measureSpeed } from "./speed";
import { promises } from "./summary";
import { sampleTexts } from "./texts";

const page = fileURLToPath(new URL("../../docs/performance-anchoring.md", import.meta.url));
const say = (words: string) => console.error(words);
const seeds: Seeds = process.argv.includes("--tuning") ? "tuning" : "held-out";
const load = loadBefore();
const machine = machineName();

say("Measuring speed …");
const speed = measureSpeed();
const cases = (await sampleTexts(seeds)).flatMap((sample) => {
  say(`Looking for passages in ${sample.name} …`);
  return measureText(sample, seeds);
});

const date = new Date();
console.log(`\n${asText({ machine, load, date, rows: promises(cases, speed) })}`);
if (seeds === "tuning") console.log(missesTable(cases, "anchor").join("\n"));
else await writePage(page, { machine, load, date, cases, speed });
