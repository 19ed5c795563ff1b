import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openEmbedded } from "./embedded";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "rejoinder-embedded-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

async function answers(url: string): Promise<boolean> {
  return query(url, "SELECT 1").then(
    () => true,
    () => false,
  );
}

test("what was written is there at the next opening", async () => {
  const first = await openEmbedded({ dataDir, as: "server" });
  await query(first.url, "CREATE TABLE kept (word text)");
  await query(first.url, "INSERT INTO kept VALUES ('Entgegnung')");
  await first.close();
  expect(await answers(first.url)).toBe(false);
  const second = await openEmbedded({ dataDir, as: "server" });
  expect(await query(second.url, "SELECT word FROM kept")).toEqual([{ word: "Entgegnung" }]);
  await second.close();
});

test("a guest shares the server's database, and whoever leaves last stops it", async () => {
  const server = await openEmbedded({ dataDir, as: "server" });
  const guest = await openEmbedded({ dataDir, as: "guest" });
  expect(guest.url).toBe(server.url);
  await server.close();
  expect(await answers(guest.url)).toBe(true);
  await guest.close();
  expect(await answers(guest.url)).toBe(false);
});

test("a second server is refused and leaves the first one's database running", async () => {
  const server = await openEmbedded({ dataDir, as: "server" });
  await expect(openEmbedded({ dataDir, as: "server" })).rejects.toThrow(
    `already running with the data folder ${dataDir}`,
  );
  expect(await answers(server.url)).toBe(true);
  await server.close();
});

test("several first openings at once end up with one database", async () => {
  const all = await Promise.all([1, 2, 3].map(() => openEmbedded({ dataDir, as: "guest" })));
  expect(new Set(all.map(({ url }) => url)).size).toBe(1);
  await Promise.all(all.map((each) => each.close()));
  expect(await answers(all[0]?.url ?? "")).toBe(false);
});

test("a lock file whose number now belongs to another program is no obstacle", async () => {
  const first = await openEmbedded({ dataDir, as: "guest" });
  const lock = join(dataDir, "postgres/postmaster.pid");
  const lines = (await readFile(lock, "utf8")).split("\n");
  await first.close();
  await writeFile(lock, [process.pid, ...lines.slice(1)].join("\n"));
  const second = await openEmbedded({ dataDir, as: "guest" });
  expect(await answers(second.url)).toBe(true);
  await second.close();
});
