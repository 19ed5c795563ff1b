/** Measures how well passages are found again, prints what was promised and writes docs/performance-anchoring.md. */
import { fileURLToPath } from "node:url";
import { loadBefore, machineName } from "../machine";
import { asText } from "../report";
import { measureText } from "./cases";
import { writePage } from "./page";
import { measureSpeed } from "./speed";
import { promises } from "./summary";
import { sampleTexts } from "./texts";

const page = fileURLToPath(new URL("../../docs/performance-anchoring.md", import.meta.url));
const say = (words: string) => console.error(words);
const load = loadBefore();
const machine = machineName();

say("Measuring speed …");
const speed = measureSpeed();
const cases = (await sampleTexts()).flatMap((sample) => {
  say(`Looking for passages in ${sample.name} …`);
  return measureText(sample);
});

const date = new Date();
console.log(`\n${asText({ machine, load, date, rows: promises(cases, speed) })}`);
await writePage(page, { machine, load, date, cases, speed });
