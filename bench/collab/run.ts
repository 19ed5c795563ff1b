/** Measures the realtime server beside two others, prints the tables and writes docs/performance-collab.md. `--only load` runs one. */
import { fileURLToPath } from "node:url";
import { loadBefore, machineName } from "../machine";
import { contestantsWith } from "./contestants";
import { onGround } from "./ground";
import { type Load, runLoad } from "./load";
import { fewCursors, manyCursors } from "./loads/cursors";
import { idleRooms } from "./loads/idle";
import { offlineReturn } from "./loads/offline";
import { largeLayerOpening, longRebuttalOpening } from "./loads/opening";
import { manyRooms, oneCrowd } from "./loads/text";
import { throughput } from "./loads/throughput";
import { asText, missed, writePage } from "./report";

const all: Load[] = [
  manyRooms,
  oneCrowd,
  throughput,
  manyCursors,
  fewCursors,
  largeLayerOpening,
  longRebuttalOpening,
  offlineReturn,
  idleRooms,
];
const page = fileURLToPath(new URL("../../docs/performance-collab.md", import.meta.url));

const index = process.argv.indexOf("--only");
const wanted = index === -1 ? null : (process.argv[index + 1] ?? "").split(",");
const chosen = all.filter(({ name }) => !wanted || wanted.includes(name));
if (chosen.length === 0) {
  console.error(`There is no such load. The loads are ${all.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

const load = loadBefore();
const loads = await onGround(async (ground) => {
  const contestants = contestantsWith(ground.env);
  const results = [];
  for (const each of chosen) {
    console.error(`${each.title} …`);
    results.push(await runLoad(each, contestants, ground));
  }
  return results;
});
const report = { machine: machineName(), load, date: new Date(), loads };
console.log(`\n${asText(report)}`);
for (const sentence of missed(loads)) console.log(`\nNot reached: ${sentence}`);
if (!wanted) await writePage(page, report);
