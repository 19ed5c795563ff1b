/** The process's one Prisma client, on one pool of connections. */
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { config } from "@/lib/config/config";
import { log } from "@/lib/log";
import { type Prisma, PrismaClient } from "./generated/client";

/** A client inside a transaction. */
export type Tx = Prisma.TransactionClient;

// PostgreSQL allows 100 connections by default; twelve keep two cores busy and leave room for other processes.
const poolSize = 12;
const connectTimeout = 10_000; // ms
const idleTimeout = 30_000; // ms

/** Connections of the realtime server's log alone: edits never wait until pages or projections let go of one. */
const logPoolSize = 2;

interface Open {
  url: string;
  pool: pg.Pool;
  logPool: pg.Pool;
  client: PrismaClient;
}

// On globalThis because Next's route bundles hold their own copy of this module, and one pool per process is enough.
const key = Symbol.for("rejoinder.db");
const holder = globalThis as { [key]?: Open };

/**
 * The client for the configured database. It connects at the first query.
 * @throws StartRefused when no database is known yet
 */
export function db(): PrismaClient {
  return current().client;
}

/** The same connections, for a library that speaks SQL itself. Ask anew for each query: `closeDb` ends the pool. */
export function dbPool(): pg.Pool {
  return current().pool;
}

/** Connections that only the realtime server's log uses. Ask anew for each query. */
export function logPool(): pg.Pool {
  return current().logPool;
}

function current(): Open {
  holder[key] ??= open(config().databaseUrl);
  return holder[key];
}

/** Waits for running queries and closes the pool. A later `db()` opens a new one. */
export async function closeDb(): Promise<void> {
  const opened = holder[key];
  if (!opened) return;
  delete holder[key];
  await opened.client.$disconnect();
  await Promise.all([opened.pool.end(), opened.logPool.end()]);
}

function open(url: string): Open {
  const pool = openPool(url, poolSize);
  return { url, pool, logPool: openPool(url, logPoolSize), client: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: connectTimeout,
    idleTimeoutMillis: idleTimeout,
  });
  // Without a listener, a connection that breaks while idle ends the process. The pool replaces it by itself.
  pool.on("error", (error) => log.warn({ error: error.message }, "an idle database connection broke"));
  return pool;
}
