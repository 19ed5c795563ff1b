/** The moderation log in a real PostgreSQL: chained whoever writes, closed to changes, and honest about what somebody did to it. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { record } from "./log";
import { verifyLogs } from "./verify";

const database = testDatabase();

const opened = () => ({ action: "item.opened", data: { itemId: randomUUID(), commentId: randomUUID() } }) as const;

/** A workspace's log with so many entries. */
async function written(entries: number): Promise<string> {
  const workspaceId = randomUUID();
  for (let written = 0; written < entries; written += 1) await record(db(), workspaceId, randomUUID(), opened());
  return workspaceId;
}

const verdictOn = async (workspaceId: string) =>
  (await verifyLogs()).find((verified) => verified.workspaceId === workspaceId);

test("entries written at once by many form one chain", async () => {
  const workspaceId = randomUUID();
  const writeFive = async () => {
    for (let entry = 0; entry < 5; entry += 1)
      await db().$transaction((tx) => record(tx, workspaceId, entry % 2 ? randomUUID() : null, opened()));
  };
  await Promise.all(Array.from({ length: 8 }, writeFive));
  expect(await verdictOn(workspaceId)).toMatchObject({ entries: 40, break: null });
});

test("an entry whose transaction fails leaves no gap", async () => {
  const workspaceId = await written(1);
  const failing = db().$transaction(async (tx) => {
    await record(tx, workspaceId, null, opened());
    throw new Error("No.");
  });
  await expect(failing).rejects.toThrow("No.");
  await record(db(), workspaceId, null, opened());
  expect(await verdictOn(workspaceId)).toMatchObject({ entries: 2, break: null });
});

test.each([
  ["UPDATE", `UPDATE "ModerationLogEntry" SET "action" = 'x' WHERE "workspaceId" = $1`],
  ["DELETE", `DELETE FROM "ModerationLogEntry" WHERE "workspaceId" = $1`],
  ["TRUNCATE", `TRUNCATE "ModerationLogEntry"`],
])("the database refuses %s", async (_, sql) => {
  const workspaceId = await written(1);
  await expect(db().$executeRawUnsafe(sql, ...(sql.includes("$1") ? [workspaceId] : []))).rejects.toThrow(
    "the moderation log is append-only",
  );
});

/** What somebody could do who owns the database and switches the triggers off. */
async function tamper(sql: string, workspaceId: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url() });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query(sql, [workspaceId]);
  } finally {
    await client.end();
  }
}

test.each([
  ["changed", `UPDATE "ModerationLogEntry" SET "actorId" = NULL WHERE "workspaceId" = $1 AND "number" = 2`],
  ["changed", `UPDATE "ModerationLogEntry" SET "data" = '{}' WHERE "workspaceId" = $1 AND "number" = 2`],
  ["gap", `DELETE FROM "ModerationLogEntry" WHERE "workspaceId" = $1 AND "number" = 2`],
  ["not-linked", `UPDATE "ModerationLogEntry" SET "previousHash" = 'x' WHERE "workspaceId" = $1 AND "number" = 2`],
])("whoever switches the database's guard off is found out: %s", async (what, sql) => {
  const workspaceId = await written(4);
  const { head } = (await verdictOn(workspaceId)) ?? {};
  await tamper(sql, workspaceId);
  expect(await verdictOn(workspaceId)).toMatchObject({ break: { number: what === "gap" ? 3 : 2, what } });
  expect(head).toMatch(/^[0-9a-f]{64}$/);
});
