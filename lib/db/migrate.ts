/** Brings a database to the schema of this version: applies the migrations in prisma/migrations that it lacks. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import pg from "pg";
import { openSchemaEngine } from "./schema-engine";

const folder = resolve("prisma/migrations");
const lockFile = "migration_lock.toml";
/** Any number of our own; it keeps two processes that start together from migrating at once. */
const advisoryLock = 7_260_901;

interface Migration {
  name: string;
  sql: string;
}

/**
 * Applies what is missing, each migration in its own transaction as Prisma does.
 * @param url the database's address
 * @returns the names of the migrations applied; none when the database was up to date
 * @throws when a migration fails; the ones before it stay applied
 */
export async function migrate(url: string): Promise<string[]> {
  const migrations = await readMigrations();
  const pool = new pg.Pool({ connectionString: url, max: 3 });
  const guard = await pool.connect();
  try {
    await guard.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
    // The engine takes a good second to load and compile, so an up-to-date database is recognised without it.
    if (await isUpToDate(guard, migrations)) return [];
    return await apply(pool, migrations);
  } finally {
    guard.release(true);
    await pool.end();
  }
}

async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({ name, sql: await readFile(join(folder, name, "migration.sql"), "utf8") })),
  );
}

/** Whether every migration is recorded as finished with the very text it has now, as Prisma's own table says. */
async function isUpToDate(client: pg.PoolClient, migrations: readonly Migration[]): Promise<boolean> {
  const table = await client.query<{ known: string | null }>("SELECT to_regclass('_prisma_migrations')::text AS known");
  if (!table.rows[0]?.known) return false;
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  return migrations.every(({ name, sql }) => applied.get(name) === createHash("sha256").update(sql).digest("hex"));
}

async function apply(pool: pg.Pool, migrations: readonly Migration[]): Promise<string[]> {
  const path = resolve("prisma/schema.prisma");
  const engine = await openSchemaEngine(pool, { path, content: await readFile(path, "utf8") });
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: {
      baseDir: folder,
      lockfile: { path: lockFile, content: await readFile(join(folder, lockFile), "utf8") },
      shadowDbInitScript: "",
      migrationDirectories: migrations.map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
      })),
    },
    filters: { externalTables: [], externalEnums: [] },
  });
  return appliedMigrationNames;
}
