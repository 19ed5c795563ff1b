// Writes the migration from the schema that the existing migrations add up to, to prisma/schema.prisma as it is now.
// That earlier schema is kept beside them as prisma/migrations/schema.prisma, so that hand-written SQL (checks, triggers,
// partial indexes), which Prisma's schema can't express, is neither lost nor undone. Usage: npm run migration -- NAME
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { openEmbedded } from "@/lib/db/embedded/embedded";
import { openSchemaEngine } from "@/lib/db/schema-engine";

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Say what the migration does: npm run migration -- add_appeals (small letters, digits, underscores)");
  process.exit(1);
}

const next = resolve("prisma/schema.prisma");
const kept = resolve("prisma/migrations/schema.prisma");
const content = await readFile(next, "utf8");
// The engine insists on a database to talk to, even to compare two schemas. A fresh one will do.
const dataDir = await mkdtemp(join(tmpdir(), "rejoinder-migration-"));
const database = await openEmbedded({ dataDir, as: "guest" });
const pool = new pg.Pool({ connectionString: database.url });
const engine = await openSchemaEngine(pool, { path: next, content });
const { stdout: sql } = await engine.diff({
  from: existsSync(kept)
    ? { tag: "schemaDatamodel", files: [{ path: kept, content: await readFile(kept, "utf8") }] }
    : { tag: "empty" },
  to: { tag: "schemaDatamodel", files: [{ path: next, content }] },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
await pool.end();
await database.close();
await rm(dataDir, { recursive: true });

if (!sql?.trim() || sql.includes("This is an empty migration")) {
  console.log("The schema hasn't changed since the last migration.");
  process.exit(0);
}
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = resolve(`prisma/migrations/${stamp}_${name}`);
await mkdir(folder, { recursive: true });
await writeFile(`${folder}/migration.sql`, sql);
await writeFile(kept, content);
console.log(`Wrote ${folder}/migration.sql. Read it, add what the schema can't say, and commit it.`);
process.exit(0);
