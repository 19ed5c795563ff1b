import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { db } from "./client";
import { migrate } from "./migrate";
import { makeArticle, makeUser, makeWorkspace, testDatabase } from "./testing";

const database = testDatabase();

test("migrations are applied once", async () => {
  expect(await migrate(database.url())).toEqual([]);
});

test("two databases can be brought up to date by one process at the same time", async () => {
  const admin = new pg.Client({ connectionString: inject("testServerUrl") });
  await admin.connect();
  const names = [1, 2].map(() => `fresh_${randomUUID().replaceAll("-", "")}`);
  try {
    for (const name of names) await admin.query(`CREATE DATABASE ${name}`);
    const urls = names.map((name) => Object.assign(new URL(inject("testServerUrl")), { pathname: name }).href);
    const [first, second] = await Promise.all(urls.map((url) => migrate(url)));
    expect(first).not.toEqual([]);
    expect(second).toEqual(first);
  } finally {
    for (const name of names) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
  }
});

test("the migrations add up to the schema: one is written whenever the schema changes", () => {
  expect(readFileSync("prisma/migrations/schema.prisma", "utf8")).toBe(readFileSync("prisma/schema.prisma", "utf8"));
});

test("a revision never changes, though its author's account may go", async () => {
  const { workspace, people } = await makeWorkspace("editor");
  const { revision } = await makeArticle(workspace.id, ["Words."], people.editor.id);
  const where = { id: revision.id };
  const change = db().$executeRaw`UPDATE "Revision" SET "canonicalText" = 'Others.' WHERE id = ${revision.id}::uuid`;
  await expect(change).rejects.toThrow("a revision is immutable");
  await db().user.delete({ where: { id: people.editor.id } });
  expect(await db().revision.findUniqueOrThrow({ where })).toMatchObject({
    canonicalText: "Words.",
    createdById: null,
  });
});

test("the log of updates is append-only, but for the one mark of the snapshot that read it", async () => {
  const document = `article:${randomUUID()}`;
  const { seq } = await db().collabUpdate.create({ data: { document, update: new Uint8Array([1, 2]) } });
  const snapshots = await db().collabSnapshot.createManyAndReturn({
    data: [1, 2].map((byte) => ({ document, state: new Uint8Array([byte]) })),
  });
  const mark = (snapshotId: string | null = null) =>
    db().$executeRaw`UPDATE "CollabUpdate" SET "snapshotId" = ${snapshotId}::uuid WHERE seq = ${seq}`;
  const refused = "the log of updates is append-only";
  await expect(db().$executeRaw`UPDATE "CollabUpdate" SET document = 'x' WHERE seq = ${seq}`).rejects.toThrow(refused);
  await mark(snapshots[0]?.id);
  await expect(mark(snapshots[1]?.id)).rejects.toThrow(refused);
  await expect(mark(null)).rejects.toThrow(refused);
  await expect(db().$executeRaw`DELETE FROM "CollabUpdate" WHERE seq = ${seq}`).rejects.toThrow(refused);
});

test("rows that make no sense are refused", async () => {
  const { workspace } = await makeWorkspace();
  const { article, revision } = await makeArticle(workspace.id);
  const highlight = (values: object) =>
    db().highlight.create({
      data: {
        id: randomUUID(),
        articleId: article.id,
        revisionId: revision.id,
        start: 0,
        end: 3,
        exact: "The",
        prefix: "",
        suffix: " first",
        label: "claim",
        createdAt: new Date(),
        ...values,
      },
    });
  await highlight({});
  await expect(highlight({ start: 3 })).rejects.toThrow("Highlight_range_is_not_empty");
  await expect(highlight({ start: -1 })).rejects.toThrow("Highlight_range_is_not_empty");
  await expect(highlight({ confidence: 1.1 })).rejects.toThrow("Highlight_confidence_is_a_share");
  await expect(makeUser({ email: "Ada@example.org" })).rejects.toThrow("User_email_is_lower_case");
});
