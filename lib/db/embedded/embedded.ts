/** The embedded PostgreSQL of one data folder: opened by whoever needs it, stopped by whoever leaves last. */
import { randomBytes } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { chmod, chown, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { z } from "zod";
import { StartRefused } from "@/lib/config/start-refused";
import { type Account, accountForPostgres } from "./account";
import { findPrograms, makePassable, placeCluster } from "./placement";
import { addressOf, type Cluster, findRunning, initialise, type Postmaster, start, stop } from "./postmaster";

const database = "rejoinder";
const startAttempts = 5;
const retryAfter = 200; // ms
const duplicateDatabase = "42P04";
const uniqueViolation = "23505";

/** Keys of PostgreSQL advisory locks. They go with their connection, so a killed process leaves none behind. */
const usersLock = 7_260_902; // shared by everyone who uses the cluster, exclusive for who stops it
const serverLock = 7_260_903; // exclusive: one server per data folder

export interface EmbeddedDatabase {
  url: string;
  /** Lets go of it, and stops PostgreSQL unless somebody else (an operator's command, the server) still uses it. */
  close(): Promise<void>;
}

interface Options {
  /** Absolute. */
  dataDir: string;
  /** The server wants the data folder for itself; an operator's command shares it. */
  as: "server" | "guest";
  /** PostgreSQL settings as `name=value`, for this start only. */
  settings?: readonly string[];
}

/** What the data folder remembers of its cluster. */
const recordSchema = z.object({ folder: z.string(), password: z.string() });

/**
 * Opens the data folder's database: creates it when there is none, joins it when it is running, starts it otherwise.
 * @throws StartRefused when `as` is "server" and another server has it open
 */
export async function openEmbedded({ dataDir, as, settings = [] }: Options): Promise<EmbeddedDatabase> {
  const cluster = await prepare(dataDir);
  const { postmaster, session } = await enter(cluster, join(dataDir, "postgres.log"), settings);
  try {
    if (as === "server") await claimForServer(session, dataDir);
    await createDatabase(session);
  } catch (error) {
    await leave(session, postmaster);
    throw error;
  }
  return { url: addressOf(cluster, postmaster.port, database), close: () => leave(session, postmaster) };
}

/** A cluster that is ready to start, written now when the data folder has none yet. */
async function prepare(dataDir: string): Promise<Cluster> {
  await makePassable(dataDir);
  const record = await readOrMakeRecord(dataDir);
  const account = accountForPostgres(existsSync(record.folder) ? ownerOf(record.folder) : null);
  const cluster = { ...record, account, programs: await findPrograms(account) };
  if (!existsSync(cluster.folder)) await create(cluster);
  return cluster;
}

async function readOrMakeRecord(dataDir: string): Promise<z.infer<typeof recordSchema>> {
  const file = join(dataDir, "postgres.json");
  if (!existsSync(file)) {
    const folder = placeCluster(dataDir, accountForPostgres(null));
    const record = { folder, password: randomBytes(24).toString("base64url") };
    // "wx": of two first starts at the same time, both use what the first one wrote.
    await writeFile(file, JSON.stringify(record), { mode: 0o600, flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
  return recordSchema.parse(JSON.parse(await readFile(file, "utf8")));
}

function ownerOf(folder: string): Account {
  const { uid, gid } = statSync(folder);
  return { uid, gid };
}

/** Writes the cluster beside its place and moves it there when complete, so an interrupted start leaves no half of one. */
async function create(cluster: Cluster): Promise<void> {
  const { folder, account, password } = cluster;
  await makePassable(dirname(folder));
  const unfinished = await mkdtemp(`${folder}.`);
  const scratch = await mkdtemp(join(tmpdir(), "rejoinder-"));
  const passwordFile = join(scratch, "password");
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) for (const path of [unfinished, scratch, passwordFile]) await chown(path, account.uid, account.gid);
    await chmod(unfinished, 0o700);
    await initialise({ ...cluster, folder: unfinished }, passwordFile);
    await rename(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
    await rm(unfinished, { recursive: true, force: true });
  }
}

interface Entered {
  postmaster: Postmaster;
  /** The connection whose locks say that we are here. */
  session: pg.Client;
}

async function enter(cluster: Cluster, log: string, settings: readonly string[]): Promise<Entered> {
  for (let attempt = 1; ; attempt++) {
    try {
      const postmaster = (await findRunning(cluster)) ?? (await start(cluster, log, settings));
      return { postmaster, session: await openSession(cluster, postmaster) };
    } catch (error) {
      // The port may have been taken meanwhile, another process may have started the same cluster a moment earlier, or
      // the last one to leave is just stopping it.
      if (attempt >= startAttempts) throw error;
    }
    await pause(retryAfter);
  }
}

async function openSession(cluster: Cluster, { port }: Postmaster): Promise<pg.Client> {
  const session = new pg.Client({
    connectionString: addressOf(cluster, port, "postgres"),
    application_name: `rejoinder ${process.pid}`,
    keepAlive: true,
  });
  // When this connection breaks, so does every other one, and they tell.
  session.on("error", () => undefined);
  await session.connect();
  // Waits while someone who is leaving holds it; then the server goes away under us, this throws, and `enter` starts anew.
  await session.query("SELECT pg_advisory_lock_shared($1)", [usersLock]);
  return session;
}

async function claimForServer(session: pg.Client, dataDir: string): Promise<void> {
  const { rows } = await session.query<{ mine: boolean }>("SELECT pg_try_advisory_lock($1) AS mine", [serverLock]);
  if (rows[0]?.mine) return;
  const holder = await session.query<{ application_name: string }>(
    `SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND objid = $1 AND granted`,
    [serverLock],
  );
  const who = holder.rows[0]?.application_name.replace("rejoinder", "process") ?? "another process";
  throw new StartRefused(
    `Rejoinder is already running with the data folder ${dataDir} (${who}). ` +
      "Stop that one first, or set DATA_DIR to another folder. Nothing was started.",
  );
}

async function createDatabase(session: pg.Client): Promise<void> {
  const { rowCount } = await session.query("SELECT FROM pg_database WHERE datname = $1", [database]);
  if (rowCount) return;
  await session.query(`CREATE DATABASE ${database}`).catch((error: { code?: string }) => {
    if (error.code !== duplicateDatabase && error.code !== uniqueViolation) throw error;
  });
}

async function leave(session: pg.Client, postmaster: Postmaster): Promise<void> {
  const last = await isLastUser(session);
  if (last) await stop(postmaster);
  await session.end().catch(() => undefined);
}

async function isLastUser(session: pg.Client): Promise<boolean> {
  try {
    await session.query("SELECT pg_advisory_unlock_shared($1)", [usersLock]);
    const { rows } = await session.query<{ alone: boolean }>("SELECT pg_try_advisory_lock($1) AS alone", [usersLock]);
    return rows[0]?.alone ?? false;
  } catch {
    // The connection is gone: either PostgreSQL is too, or it must go.
    return true;
  }
}
