/** How long a second `npm start` takes until the server can serve. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { makePlace, type Place, removePlace, startServer } from "@/e2e/server";
import { duration, promised, type Row } from "../result";
import { percentile } from "../statistics";

const starts = 5;
const bound = 6000; // ms
const pollEvery = 10; // ms

export async function measureWarmStart(): Promise<Row[]> {
  const place = await makePlace();
  // The first start makes the database; only what comes after it is warm.
  await (await startServer(place)).end("SIGTERM");
  const times: number[] = [];
  for (let start = 0; start < starts; start += 1) times.push(await timeStart(place));
  await removePlace(place);
  return [promised(`Warm start, \`npm start\` to ready (slowest of ${starts})`, percentile(times, 1), bound, duration)];
}

async function timeStart({ dataDir, port }: Place): Promise<number> {
  const began = performance.now();
  const server = spawn("npm", ["start"], {
    stdio: "ignore",
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: "warn" },
  });
  while (!(await isReady(port))) {
    if (server.exitCode !== null) throw new Error("npm start ended before it was ready.");
    await pause(pollEvery);
  }
  const took = performance.now() - began;
  server.kill("SIGTERM");
  if (server.exitCode === null) await once(server, "exit");
  return took;
}

function isReady(port: number): Promise<boolean> {
  return fetch(`http://localhost:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
