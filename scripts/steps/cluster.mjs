// `npm start -- --cluster 2`: several processes of the server on this machine, joined by Redis, for trying it.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { node } from "./prepare.mjs";
import { findRedis } from "./redis.mjs";
import { StepFailed } from "./shell.mjs";

const most = 8;
const pollEvery = 100; // ms

/**
 * How many processes were asked for; null when one is meant.
 * @param {string[]} args
 * @throws StepFailed when it is no sensible number
 */
export function clusterSize(args) {
  const at = args.indexOf("--cluster");
  if (at === -1) return null;
  const size = Number(args[at + 1]);
  if (Number.isInteger(size) && size >= 2 && size <= most) return size;
  throw new StepFailed(`--cluster needs a number of processes from 2 to ${most}: npm start -- --cluster 2.`);
}

/**
 * Runs the processes, each on the port after the last one's, until one ends or a signal comes.
 * @param {number} size
 * @returns {Promise<number>} the exit code
 */
export async function runCluster(size) {
  const first = Number(process.env.PORT || 3000);
  const redis = process.env.REDIS_URL ? null : await startRedis();
  const env = { ...process.env, REDIS_URL: process.env.REDIS_URL || redis.url };
  const children = [];
  let isEnding = false;
  const end = (signal) => {
    isEnding = true;
    for (const child of children) child.kill(signal);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(signal));
  const codes = [];
  for (let index = 0; index < size && !isEnding; index += 1) {
    // The first starts the database; the others share it.
    const args = ["--enable-source-maps", "dist/server.js", ...(index > 0 ? ["--member"] : [])];
    const child = spawn(node, args, { stdio: "inherit", env: { ...env, PORT: String(first + index) } });
    children.push(child);
    codes.push(new Promise((done) => child.on("close", (code, signal) => done(code ?? (signal ? 1 : 0)))));
    child.on("close", () => !isEnding && end("SIGTERM"));
    while (child.exitCode === null && !isEnding && !(await isReady(first + index))) await pause(pollEvery);
  }
  const ended = await Promise.all(codes);
  redis?.end();
  return Math.max(...ended);
}

async function isReady(port) {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** @throws StepFailed when there is no Redis to start */
async function startRedis() {
  const program = findRedis();
  if (!program)
    throw new StepFailed(
      "Several processes need Redis to hear of each other. Install redis-server, or set REDIS_URL to one that runs.",
    );
  const port = await freePort();
  const settings = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  // In a session of its own, so that Ctrl-C leaves it to us: it goes last.
  const child = spawn(program, settings, { stdio: "ignore", detached: true });
  return { url: `redis://127.0.0.1:${port}`, end: () => child.kill() };
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
