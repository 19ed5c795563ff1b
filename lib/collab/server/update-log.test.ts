/** One document's trouble is its own: what the database won't take is tried again beside everybody else's edits. */
import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { describe as describePassage } from "@/lib/anchoring";
import { db } from "@/lib/db/client";
import { makeArticle, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { limits } from "../limits";
import { articleDocument, type DocumentName } from "../names";
import type { HighlightRow } from "./highlight-rows";
import { type Entry, UpdateLog } from "./update-log";

testDatabase();

let log = new UpdateLog();
afterEach(async () => {
  await log.stop();
  log = new UpdateLog();
});

/** Appends an entry, and returns what resolves when it is durable. */
function append(document: DocumentName, entry: Partial<Entry> = {}): Promise<void> {
  return new Promise((onDurable) =>
    log.append({ document, update: Y.encodeStateAsUpdate(new Y.Doc()), userId: null, rows: [], onDurable, ...entry }),
  );
}

async function aRow(values: Partial<Extract<HighlightRow, { kind: "standing" }>> = {}): Promise<HighlightRow> {
  const { workspace } = await makeWorkspace();
  const { article, revision } = await makeArticle(workspace.id);
  return {
    ...describePassage(revision.canonicalText, 4, 9),
    kind: "standing",
    id: randomUUID(),
    articleId: article.id,
    revisionId: revision.id,
    anchorState: "anchored",
    confidence: 1,
    placed: true,
    writerId: null,
    label: "claim",
    authorId: randomUUID(),
    createdAt: 0,
    note: { type: "doc" },
    noteText: "",
    ...values,
  };
}

test("commits in order, and a marker waits for what was before it", async () => {
  const document = articleDocument(randomUUID());
  const order: number[] = [];
  const all = [0, 1, 2, 3].map((n) => append(document, n % 2 === 1 ? { update: null } : {}).then(() => order.push(n)));
  expect(log.isPending(document)).toBe(true);
  await Promise.all(all);
  expect(order).toEqual([0, 1, 2, 3]);
  expect(log.isPending(document)).toBe(false);
  expect(await db().collabUpdate.count({ where: { document } })).toBe(2);
});

test("writes others' edits while one document's can't be written, and that one once it can", async () => {
  const [sick, well] = [articleDocument(randomUUID()), articleDocument(randomUUID())];
  const row = await aRow();
  // The row names a label that PostgreSQL doesn't know.
  let isWritten = false;
  const bad = { ...row, label: "insult" } as unknown as HighlightRow;
  const rows = [bad];
  void append(sick, { rows }).then(() => {
    isWritten = true;
  });
  await append(well, { rows: [await aRow()] });
  await append(well);
  expect(isWritten).toBe(false);
  expect(await db().collabUpdate.count({ where: { document: sick } })).toBe(0);

  rows[0] = row;
  expect(await log.drain(10_000)).toBe(true);
  expect(await db().highlight.count({ where: { id: row.id } })).toBe(1);
  expect(await db().collabUpdate.count({ where: { document: sick } })).toBe(1);
});

test("takes no more than fits while edits can't be written, and goes on when they are", async () => {
  const row = await aRow();
  const rows = [{ ...row, label: "insult" } as unknown as HighlightRow];
  const document = articleDocument(row.articleId);
  const large = Y.encodeStateAsUpdate(new Y.Doc());
  await log.room(AbortSignal.timeout(10_000));
  for (let bytes = 0; bytes <= limits.unwritten; bytes += 8 * 1024 * 1024)
    void append(document, { rows, update: Buffer.concat([large, Buffer.alloc(8 * 1024 * 1024)]) });
  let isWaiting = true;
  const waited = log.room(AbortSignal.timeout(60_000)).then(() => {
    isWaiting = false;
  });
  await append(articleDocument(randomUUID()));
  expect(isWaiting).toBe(true);
  await expect(log.room(AbortSignal.abort())).rejects.toThrow();
  rows[0] = row;
  await waited;
  expect(await log.drain(20_000)).toBe(true);
});

test("keeps a highlight of another article as it is, and one whose article is gone out", async () => {
  const row = await aRow();
  await append(articleDocument(row.articleId), { rows: [row] });
  const other = await aRow({ id: row.id, label: "fallacy" });
  const homeless = await aRow({ articleId: randomUUID() });
  await append(articleDocument(other.articleId), { rows: [other, homeless] });
  expect(await db().highlight.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({
    articleId: row.articleId,
    label: "claim",
    authorId: null,
  });
  expect(await db().highlight.count({ where: { id: homeless.id } })).toBe(0);
});

test("stores words that PostgreSQL can't, as far as it can", async () => {
  const noteText = "nul \0 and half a pair \ud83d.";
  const row = await aRow({ noteText, note: { type: "doc", content: [{ type: "text", text: noteText }] } });
  await append(articleDocument(row.articleId), { rows: [row] });
  expect(await db().highlight.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({
    noteText: "nul  and half a pair \ufffd.",
    note: { content: [{ text: "nul  and half a pair \ufffd." }] },
  });
});
