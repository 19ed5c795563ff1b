/** What is said to be durable is in the database, whatever happens to the server or the database; and nobody is stopped meanwhile. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { describe as describePassage } from "@/lib/anchoring";
import { db } from "@/lib/db/client";
import { makeArticle, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { bodyField, titleField } from "@/lib/rebuttal/schema";
import { addHighlight, labelHighlight, noteOf, readHighlights, removeHighlight, type StoredHighlight } from "../layer";
import { articleDocument, type DocumentName, rebuttalDocument } from "../names";
import { bearer, startCollab, type TestServer, WireClient } from "../testing";
import { compact } from "./compaction";
import { readStoredDocument } from "./stored-document";

const database = testDatabase();

let servers: TestServer[] = [];
let people: Awaited<ReturnType<typeof makeWorkspace<"owner" | "annotator" | "viewer">>>["people"];
let articleId: string;
let document: DocumentName;
let text: string;

async function start(): Promise<TestServer> {
  const server = await startCollab();
  servers.push(server);
  return server;
}

beforeEach(async () => {
  const made = await makeWorkspace("owner", "annotator", "viewer");
  people = made.people;
  const { article, revision } = await makeArticle(made.workspace.id);
  articleId = article.id;
  document = articleDocument(articleId);
  text = revision.canonicalText;
});
afterEach(async () => {
  await allowDatabase(true);
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

const open = async (server: TestServer, role: keyof typeof people, doc?: Y.Doc) =>
  WireClient.open(server.url, document, await bearer(people[role].id), doc);

/** Takes the database away from everyone, or gives it back. */
async function allowDatabase(allowed: boolean): Promise<void> {
  const url = new URL(database.url());
  const name = url.pathname.slice(1);
  url.pathname = "postgres";
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${allowed}`);
  if (!allowed) await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
  await admin.end();
}

const aHighlight = (authorId: string): StoredHighlight => ({
  id: randomUUID(),
  label: "claim",
  authorId,
  createdAt: Date.UTC(2026, 0, 1),
  revisionId: null,
  anchorState: "anchored",
  confidence: 1,
  ...describePassage(text, 4, 9),
});

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement("paragraph");
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

async function stored(name: DocumentName = document): Promise<Y.Doc> {
  const doc = new Y.Doc();
  for (const update of (await readStoredDocument(name)).updates) Y.applyUpdate(doc, update);
  return doc;
}

const contentOf = (doc: Y.Doc) => [doc.getMap("highlights").toJSON(), doc.getMap("meta").toJSON()];
const isDurable = (client: WireClient) =>
  client.received.some(
    (each) => each.kind === "message" && each.message.type === "durable" && each.message.frames >= client.sent,
  );

test("while the database is away people go on, nobody is told that it is durable, and then everybody is", async () => {
  const server = await start();
  const [ada, bo] = [await open(server, "owner"), await open(server, "annotator")];
  const highlight = aHighlight(people.owner.id);
  addHighlight(ada.doc, highlight);
  await Promise.all([ada.durable(), bo.sees((doc) => readHighlights(doc).length === 1)]);
  // Whose first words these are must be known before anybody may go on without the database.
  noteOf(bo.doc, highlight.id)?.push([paragraph("I am here.")]);
  await bo.durable();

  await allowDatabase(false);
  noteOf(ada.doc, highlight.id)?.push([paragraph("Written in the dark.")]);
  await bo.sees((doc) => noteOf(doc, highlight.id)?.toString().includes("in the dark") ?? false);
  noteOf(bo.doc, highlight.id)?.push([paragraph("I can read it.")]);
  await ada.sees((doc) => noteOf(doc, highlight.id)?.toString().includes("I can read it") ?? false);
  // What only its author may do is not shown before it is written: nobody else could bring it back after a crash.
  labelHighlight(ada.doc, highlight.id, "fallacy");
  for (const words of ["Still a claim", "And still"]) {
    noteOf(bo.doc, highlight.id)?.push([paragraph(words)]);
    await ada.sees((doc) => noteOf(doc, highlight.id)?.toString().includes(words) ?? false);
  }
  expect(readHighlights(bo.doc)).toEqual([highlight]);
  // A deletion must be looked up first, so it waits too; it doesn't stop anybody.
  removeHighlight(ada.doc, highlight.id);
  const second = aHighlight(people.annotator.id);
  addHighlight(bo.doc, second);
  noteOf(bo.doc, second.id)?.push([paragraph("My own.")]);
  expect([isDurable(ada), isDurable(bo)]).toEqual([false, false]);

  await allowDatabase(true);
  await Promise.all([ada.durable(), bo.durable()]);
  await ada.sees((doc) => readHighlights(doc).length === 1);
  expect(contentOf(await stored())).toEqual(contentOf(ada.doc));
  expect(
    await db().highlight.findMany({ where: { articleId, deletedAt: null }, select: { id: true, noteText: true } }),
  ).toEqual([{ id: second.id, noteText: "My own." }]);
  await Promise.all([ada.close(), bo.close()]);
});

test("after a crash a peer brings back what its author lost, and the author's own copy merges", async () => {
  const crashing = await start();
  const [ada, bo] = [await open(crashing, "owner"), await open(crashing, "annotator")];
  const highlight = aHighlight(people.owner.id);
  addHighlight(ada.doc, highlight);
  await bo.sees((doc) => readHighlights(doc).length === 1);
  await allowDatabase(false);
  noteOf(ada.doc, highlight.id)?.push([paragraph("Not yet written down.")]);
  const holds = (doc: Y.Doc) => noteOf(doc, highlight.id)?.toString().includes("Not yet") ?? false;
  await bo.sees(holds);
  // The server ends without the database, as if it had been killed: what wasn't acknowledged is lost to it.
  for (const client of [ada, bo]) client.terminate();
  await crashing.close();
  await allowDatabase(true);
  expect(holds(await stored())).toBe(false);

  const next = await start();
  const boAgain = await open(next, "annotator", bo.doc);
  await boAgain.durable();
  expect(holds(await stored())).toBe(true);
  const adaAgain = await open(next, "owner", ada.doc);
  noteOf(adaAgain.doc, highlight.id)?.push([paragraph("And on.")]);
  await Promise.all([adaAgain.durable(), boAgain.sees((doc) => String(noteOf(doc, highlight.id)).includes("And on"))]);
  expect(contentOf(await stored())).toEqual(contentOf(adaAgain.doc));
  await Promise.all([adaAgain.close(), boAgain.close()]);
});

test("what was acknowledged before the server closed is in the database", async () => {
  const server = await start();
  const ada = await open(server, "owner");
  const highlight = aHighlight(people.owner.id);
  addHighlight(ada.doc, highlight);
  await ada.durable();
  const updates: Uint8Array[] = [];
  ada.doc.on("update", (update: Uint8Array) => updates.push(update));
  const before = ada.sent;
  const writing = setInterval(() => noteOf(ada.doc, highlight.id)?.push([paragraph(`Line ${updates.length}.`)]), 1);
  await ada.durable(before + 20);
  await server.close();
  clearInterval(writing);
  const acknowledged = Math.max(
    ...ada.received.map((each) =>
      each.kind === "message" && each.message.type === "durable" ? each.message.frames : 0,
    ),
  );
  const lines = String(noteOf(await stored(), highlight.id));
  for (let line = 0; line < acknowledged - before; line += 1) expect(lines).toContain(`Line ${line}.`);
  expect(await ada.until(({ kind }) => kind === "socket-closed")).toMatchObject({ code: 1012, reason: "restarting" });
});

test("snapshots are built beside edits, take in every row once, and delete none", async () => {
  const server = await start();
  const ada = await open(server, "owner");
  const highlight = aHighlight(people.owner.id);
  addHighlight(ada.doc, highlight);
  let compacted = 0;
  for (let round = 0; round < 5; round += 1) {
    for (let line = 0; line < 30; line += 1) noteOf(ada.doc, highlight.id)?.push([paragraph(`${round}.${line}`)]);
    // Two at the same time, as two processes might.
    const both = await Promise.allSettled([compact(document), compact(document)]);
    compacted += both.reduce((sum, each) => sum + (each.status === "fulfilled" ? each.value : 0), 0);
  }
  await ada.durable();
  compacted += await compact(document);
  expect(contentOf(await stored())).toEqual(contentOf(ada.doc));
  expect(await db().collabUpdate.count({ where: { document } })).toBe(compacted);
  expect(await db().collabUpdate.count({ where: { document, snapshotId: null } })).toBe(0);
  expect((await readStoredDocument(document)).updates).toHaveLength(1);

  // All rows together, without any snapshot, are the same document.
  const replayed = new Y.Doc();
  const rows = await db().collabUpdate.findMany({ where: { document }, orderBy: { seq: "asc" } });
  for (const { update } of rows) Y.applyUpdate(replayed, update);
  expect(contentOf(replayed)).toEqual(contentOf(ada.doc));
  await ada.close();
});

test("a document that everybody left is let go and comes back whole", async () => {
  const server = await start();
  const highlight = aHighlight(people.owner.id);
  for (let visit = 0; visit < 5; visit += 1) {
    const ada = await open(server, "owner");
    if (visit === 0) addHighlight(ada.doc, highlight);
    noteOf(ada.doc, highlight.id)?.push([paragraph(`Visit ${visit}.`)]);
    // Left at once, without waiting for the answer, and opened again while it is let go.
    if (visit % 2 === 0) await ada.durable();
    else await ada.until(() => ada.received.filter(({ kind }) => kind === "status").length === ada.sent);
    await ada.close();
  }
  const bo = await open(server, "annotator");
  await bo.sees((doc) => noteOf(doc, highlight.id)?.length === 5);
  await bo.close();
});

test("an account that is gone doesn't keep others' edits from being written", async () => {
  const server = await start();
  const [ada, bo] = [await open(server, "owner"), await open(server, "annotator")];
  const highlight = aHighlight(people.annotator.id);
  addHighlight(bo.doc, highlight);
  await Promise.all([bo.durable(), ada.sees((doc) => readHighlights(doc).length === 1)]);
  await db().user.delete({ where: { id: people.annotator.id } });
  noteOf(ada.doc, highlight.id)?.push([paragraph("Who wrote this?")]);
  await ada.durable();
  const row = await db().highlight.findUniqueOrThrow({ where: { id: highlight.id } });
  expect(row).toMatchObject({ authorId: null, noteText: "Who wrote this?" });
  await Promise.all([ada.close(), bo.close()]);
});

test("a rebuttal that a killed process left unprojected is caught up with at the next start", async () => {
  const { id } = await db().rebuttal.create({ data: { articleId } });
  const doc = new Y.Doc();
  doc.getText(titleField).insert(0, "Left behind");
  doc.getXmlFragment(bodyField).push([paragraph("In the log only.")]);
  await db().collabUpdate.create({
    data: { document: rebuttalDocument(id), update: Uint8Array.from(Y.encodeStateAsUpdate(doc)) },
  });
  await start();
  await expect
    .poll(() => db().rebuttal.findUniqueOrThrow({ where: { id }, select: { title: true, text: true } }))
    .toEqual({ title: "Left behind", text: "In the log only." });
});
