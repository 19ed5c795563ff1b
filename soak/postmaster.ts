/** The world's PostgreSQL as somebody treats it who wants to see what happens: killed, started again, made to refuse. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Place } from "@/e2e/server";

const startLimit = 20_000; // ms
const lookEvery = 50; // ms

/** What a running postmaster was started with: enough to start it again in the same place. */
interface Postmaster {
  pid: number;
  command: string[];
  uid: number;
  gid: number;
}

function readPostmaster({ dataDir }: Place): Postmaster {
  const { folder } = JSON.parse(readFileSync(join(dataDir, "postgres.json"), "utf8")) as { folder: string };
  const pid = Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const idIn = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]);
  const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").slice(0, -1);
  return { pid, command, uid: idIn("Uid"), gid: idIn("Gid") };
}

/** `kill -9` of the postmaster. @returns what starts it again, at the same address */
export function killPostmaster(place: Place, databaseUrl: string): () => Promise<void> {
  const { pid, command, uid, gid } = readPostmaster(place);
  process.kill(pid, "SIGKILL");
  return async () => {
    const [program = "", ...args] = command;
    const deadline = Date.now() + startLimit;
    while (!(await answers(databaseUrl))) {
      if (Date.now() > deadline) throw new Error("PostgreSQL didn't start again");
      // It refuses while the killed one's backends are still on their way out, so it is tried again.
      const child = spawn(program, args, { uid, gid, cwd: "/", detached: true, stdio: "ignore" });
      child.unref();
      const ended = new Promise<"ended">((done) => child.once("exit", () => done("ended")));
      while ((await Promise.race([ended, pause(lookEvery, "running")])) === "running")
        if (await answers(databaseUrl)) return;
    }
  };
}

async function answers(databaseUrl: string): Promise<boolean> {
  return ask(databaseUrl, "SELECT 1").then(
    () => true,
    () => false,
  );
}

/** Runs the statements on a connection of its own. */
export async function ask(databaseUrl: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Holds the lock until the returned function is called. */
export async function hold(databaseUrl: string, lock: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`BEGIN; ${lock}`);
  return () => client.end();
}
