/** A server in a process of its own, which can be asked what it has used. */
import { type ChildProcess, fork } from "node:child_process";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "@/e2e/server";

export interface ServerProcess {
  /** Where its sockets are opened; a contestant may want a path behind it. */
  url: string;
  /** Time on a processor since the start, in ms. */
  cpu(): Promise<number>;
  /** The heap and what hangs on it, once garbage is collected, in bytes. */
  memory(): Promise<number>;
  end(): Promise<void>;
}

const probe = fileURLToPath(new URL("servers/probe.mjs", import.meta.url));
const startLimit = 20_000; // ms
const pollEvery = 20; // ms

/**
 * Starts the program with PORT and HOST set, and waits until it listens.
 * @throws when it doesn't in time, with what it printed
 */
export async function startProcess(file: string, env: Record<string, string> = {}): Promise<ServerProcess> {
  const port = await freePort();
  const child = fork(file, [], {
    execArgv: ["--expose-gc", "--import", "tsx", "--import", probe, ...profiling()],
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "error", PORT: String(port), HOST: "127.0.0.1", ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (printed += chunk));
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  const deadline = Date.now() + startLimit;
  while (!(await listens(port))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${file} didn't start.\n${printed}`);
    await pause(pollEvery);
  }
  return {
    url: `ws://127.0.0.1:${port}`,
    cpu: () => ask(child, "cpu"),
    memory: () => ask(child, "memory"),
    async end() {
      child.send("end");
      await ended;
    },
  };
}

/** BENCH_PROFILE=folder writes a CPU profile of each server there. */
function profiling(): string[] {
  const folder = process.env.BENCH_PROFILE;
  return folder ? ["--cpu-prof", `--cpu-prof-dir=${folder}`] : [];
}

function listens(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => done(true)).once("error", () => done(false));
    socket.once("connect", () => socket.destroy());
  });
}

function ask(child: ChildProcess, question: "cpu" | "memory"): Promise<number> {
  return new Promise((done) => {
    child.once("message", (answer) => done(Number(answer)));
    child.send(question);
  });
}
