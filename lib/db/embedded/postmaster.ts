/** The PostgreSQL server process of one cluster: starting it, recognising one that is already running, stopping it. */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, realpathSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { StartRefused } from "@/lib/config/start-refused";
import type { Account } from "./account";

const superuser = "rejoinder";
const pollEvery = 20; // ms
/** Recovery after a crash can take long; without one, start-up takes some 50 ms. */
const startLimit = 60_000; // ms
/** How long a polite stop may take before PostgreSQL is told to stop at once and recover at the next start. */
const politeLimit = 2_500; // ms
const impoliteLimit = 500; // ms

export interface Cluster {
  /** The cluster's folder, absolute. */
  folder: string;
  password: string;
  /** The folder of PostgreSQL's programs. */
  programs: string;
  account: Account | null;
}

/** A running server. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** The address of one of the cluster's databases. */
export function addressOf({ password }: Cluster, port: number, database: string): string {
  return `postgresql://${superuser}:${password}@127.0.0.1:${port}/${database}`;
}

/** Runs one of PostgreSQL's programs to its end as the cluster's account. Throws with its output when it fails. */
async function run({ programs, account }: Cluster, program: string, args: string[]): Promise<void> {
  const child = spawn(join(programs, program), args, { ...account, cwd: "/", env: environment, stdio: "pipe" });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => child.on("error", fail).on("close", done));
  if (code !== 0) throw new Error(`PostgreSQL's ${program} failed (${code}).\n${output.trim()}`);
}

// Nothing of the caller's environment (PGDATA, PGPORT, locales) may change how PostgreSQL behaves.
const environment = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;

/** Writes a new cluster into the empty folder. The locale is PostgreSQL's own, so it sorts alike on every machine. */
export async function initialise(cluster: Cluster, passwordFile: string): Promise<void> {
  await run(cluster, "initdb", [
    `--pgdata=${cluster.folder}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ]);
}

/**
 * The server already running on the cluster, if any: one that a killed process left, or that another one still uses.
 * A lock file that belongs to no PostgreSQL is removed, since its number may by now be some other program's.
 */
export async function findRunning(cluster: Cluster): Promise<Postmaster | null> {
  const deadline = Date.now() + startLimit;
  for (;;) {
    const lock = readLock(cluster.folder);
    if (!lock || !isAlive(lock.pid)) return null;
    if (!runsPostgres(lock.pid, cluster.folder)) {
      await rm(join(cluster.folder, "postmaster.pid"), { force: true });
      return null;
    }
    if (await answers(cluster, lock.port)) return lock;
    if (Date.now() > deadline)
      throw new StartRefused(
        `PostgreSQL (process ${lock.pid}) runs on ${cluster.folder} but doesn't answer. End that process, then start again.`,
      );
    await pause(pollEvery);
  }
}

/**
 * Starts the server and waits until it answers.
 * @param log a file that takes what PostgreSQL says
 * @param options PostgreSQL settings, as `name=value`
 * @throws with the log's last lines when it doesn't start
 */
export async function start(cluster: Cluster, log: string, options: readonly string[]): Promise<Postmaster> {
  const port = await freePort();
  const args = ["-D", cluster.folder, "-p", String(port)];
  for (const option of ["listen_addresses=127.0.0.1", "unix_socket_directories=", ...options]) args.push("-c", option);
  const output = openSync(log, "w", 0o600);
  // Detached, so that Ctrl-C in a terminal reaches us alone and the database stops last. Its output goes to a file, not
  // to a pipe that would break with us.
  const child = spawn(join(cluster.programs, "postgres"), args, {
    ...cluster.account,
    cwd: "/",
    env: environment,
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  child.unref();
  const ended = endOf(child);
  const deadline = Date.now() + startLimit;
  for (;;) {
    const end = await Promise.race([ended, pause(pollEvery, null)]);
    if (end !== null) throw new Error(`PostgreSQL didn't start (${end}).\n${lastLines(log)}`);
    if (child.pid !== undefined && (await answers(cluster, port))) return { pid: child.pid, port };
    if (Date.now() > deadline) {
      child.kill("SIGQUIT");
      throw new Error(`PostgreSQL didn't answer within ${startLimit / 1000} s.\n${lastLines(log)}`);
    }
  }
}

/** PostgreSQL's "fast" and "immediate" shutdowns, and what no process can refuse. */
const waysToStop = [
  ["SIGINT", politeLimit],
  ["SIGQUIT", impoliteLimit],
  ["SIGKILL", impoliteLimit],
] as const;

/** Stops the server and waits for its end: politely first, at once when that takes too long. */
export async function stop({ pid }: Postmaster): Promise<void> {
  for (const [signal, limit] of waysToStop) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    const deadline = Date.now() + limit;
    while (isAlive(pid) && Date.now() < deadline) await pause(pollEvery);
  }
}

function readLock(folder: string): Postmaster | null {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that ended but whose parent hasn't asked yet still takes signals.
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isZombie(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) && /\) Z /.test(readFileSync(file, "utf8"));
}

/** Whether that process is a PostgreSQL on that folder. Where there is no /proc, its word (the lock file) is taken. */
function runsPostgres(pid: number, folder: string): boolean {
  const file = `/proc/${pid}/cmdline`;
  if (!existsSync(file)) return !existsSync("/proc");
  return readFileSync(file, "utf8").split("\0").includes(folder);
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: addressOf(cluster, port, "postgres"),
    connectionTimeoutMillis: 2_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    return rows[0] !== undefined && realpathSync(rows[0].data_directory) === realpathSync(cluster.folder);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((done) => {
    child.once("error", (error) => done(error.message));
    child.once("exit", (code, signal) => done(signal ?? `exit code ${code}`));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once("error", fail).listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("No free port for the embedded database.");
  return address.port;
}

function lastLines(log: string): string {
  return `The end of ${join(dirname(log), "postgres.log")}:\n${readFileSync(log, "utf8").trim().split("\n").slice(-8).join("\n")}`;
}
