/** One real PostgreSQL for a whole vitest run, with a migrated template that each test file's database is copied from. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openEmbedded } from "./embedded/embedded";
import { migrate } from "./migrate";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the run's PostgreSQL, with the right to create databases. */
    testServerUrl: string;
    /** The database to copy. */
    testTemplate: string;
  }
}

const template = "rejoinder_template";

/** Starts the server, and returns what stops it. */
export default async function startTestServer(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "rejoinder-test-"));
  // What a test wrote need not survive a power cut.
  const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"];
  const server = await openEmbedded({ dataDir, as: "guest", settings });
  cleanUpIfInterrupted(dataDir);
  const stop = async () => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await makeTemplate(server.url);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("testServerUrl", server.url);
  project.provide("testTemplate", template);
  return stop;
}

async function makeTemplate(serverUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${template}`);
  await admin.end();
  const url = new URL(serverUrl);
  url.pathname = template;
  await migrate(url.href);
}

/**
 * A small shell of its own session that outlives an interrupted or killed run by a moment: when our end of its pipe
 * closes, it stops PostgreSQL and removes the data folder.
 */
function cleanUpIfInterrupted(dataDir: string): void {
  const script = `cat >/dev/null
    for i in 1 2 3; do pid=$(head -n 1 "$0/postgres/postmaster.pid" 2>/dev/null) && kill -INT "$pid" && sleep 1 || break; done
    rm -rf "$0"`;
  const watcher = spawn("/bin/sh", ["-c", script, dataDir], {
    detached: true,
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
  });
  watcher.unref();
  // It waits for us, we don't wait for it.
  (watcher.stdin as Socket).unref();
}
