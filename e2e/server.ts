/** Starts the real, built server on a data folder and port of its own, and stops or kills it. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const pollEvery = 25; // ms
const startLimit = 60_000; // ms

export interface RunningServer {
  url: string;
  port: number;
  pid: number;
  /** What it has printed so far. */
  output(): string;
  /** Sends the signal and waits for the end; the exit code, or null when a signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface Place {
  dataDir: string;
  port: number;
}

/** A fresh data folder and a free port. */
export async function makePlace(): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), "rejoinder-e2e-"));
  return { dataDir, port: await freePort() };
}

export function removePlace({ dataDir }: Place): Promise<void> {
  return rm(dataDir, { recursive: true, force: true });
}

/** Starts the server and waits until it can serve. Throws with its output when it ends instead. */
export async function startServer(place: Place, env: Record<string, string> = {}): Promise<RunningServer> {
  const { child, output, ended } = launch(place, env);
  const url = `http://localhost:${place.port}`;
  const deadline = Date.now() + startLimit;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`The server didn't start.\n${output()}`);
    await pause(pollEvery);
  }
  return {
    url,
    port: place.port,
    pid: child.pid ?? 0,
    output,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Starts a server that is expected to refuse, and returns its exit code and what it said. */
export async function startRefused(place: Place, env: Record<string, string>) {
  const { output, ended } = launch(place, env);
  return { code: await ended, output: output() };
}

function launch({ dataDir, port }: Place, env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, ["--enable-source-maps", "dist/server.js"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: "warn", ...env },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.once("close", done));
  return { child, output: () => said, ended };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" && address ? address.port : 0;
}
