/** `npm run test:soak`: everything that takes long to be sure of. `kills --times 5 --seed 1` runs a part of it. */
import { randomInt } from "node:crypto";
import { Command, InvalidArgumentError } from "commander";
import { sendHostileFrames } from "./hostile";
import { killRepeatedly, killsOfOneSet } from "./kills";
import { takeEverythingAway } from "./outages";
import { asText, type Row } from "./summary";

const wholeNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError("It must be a whole number.");
  return number;
};
const anySeed = () => randomInt(2 ** 32);
const say = (words: string) => console.error(words);

/** The rows of the summary; each part names its seeds as it goes. */
async function kills(times: number, first: number): Promise<Row[]> {
  const began = performance.now();
  const total = { kills: 0, acknowledged: 0, unacknowledged: 0 };
  for (let seed = first; total.kills < times; seed += 1) {
    const now = Math.min(killsOfOneSet, times - total.kills);
    say(`Killing the server ${now} times (seed ${seed}) …`);
    const report = await killRepeatedly(now, seed);
    total.kills += report.kills;
    total.acknowledged += report.acknowledged;
    total.unacknowledged += report.unacknowledged;
  }
  return [
    { what: "kill -9 of the server, 20 editors on 5 documents", result: `${total.kills} times` },
    { what: "frames acknowledged, all of them found", result: `${total.acknowledged}` },
    { what: "frames sent and not acknowledged when it died, brought back", result: `${total.unacknowledged}` },
    { what: "time", result: `${seconds(began)}, seeds from ${first}` },
  ];
}

async function frames(count: number, seed: number): Promise<Row[]> {
  const began = performance.now();
  say(`Sending ${count} hostile frames (seed ${seed}) …`);
  const report = await sendHostileFrames(count, seed);
  const mib = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
  return [
    { what: "hostile frames, on sockets that were opened anew", result: `${report.frames} on ${report.sockets}` },
    { what: "promises that failed unheard", result: `${report.unhandled}` },
    { what: "growth of memory in use, and of the process", result: `${mib(report.growth)}, ${mib(report.rssGrowth)}` },
    { what: "honest edits meanwhile, all durable", result: `${report.honestEdits}` },
    { what: "time", result: `${seconds(began)}, seed ${seed}` },
  ];
}

function outages(): Promise<Row[]> {
  say("Taking the database away …");
  return takeEverythingAway();
}

const seconds = (began: number) => `${((performance.now() - began) / 1000).toFixed(0)} s`;

const program = new Command("npm run test:soak --").description("Looks for what breaks only in the long run.");
program
  .command("kills")
  .option("--times <n>", "how often", wholeNumber, 100)
  .option("--seed <n>", "of the first five", wholeNumber)
  .action(async ({ times, seed }: { times: number; seed?: number }) => {
    console.log(asText(await kills(times, seed ?? anySeed())));
  });

program.command("outages").action(async () => {
  console.log(asText(await outages()));
});
program
  .command("fuzz")
  .option("--frames <n>", "how many", wholeNumber, 100_000)
  .option("--seed <n>", "of the frames", wholeNumber)
  .action(async ({ frames: count, seed }: { frames: number; seed?: number }) => {
    console.log(asText(await frames(count, seed ?? anySeed())));
  });
program.action(async () => {
  const rows = [...(await outages()), ...(await kills(100, anySeed())), ...(await frames(100_000, anySeed()))];
  console.log(asText(rows));
});

program.parseAsync().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
