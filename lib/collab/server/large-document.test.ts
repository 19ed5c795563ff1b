/** A large document is sent to who opens it before the server has built it, whole and once, and edits go on from there. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { db } from "@/lib/db/client";
import { makeArticle, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { bodyField } from "@/lib/rebuttal/schema";
import { limits } from "../limits";
import { type DocumentName, rebuttalDocument } from "../names";
import { bearer, testCollab, WireClient } from "../testing";
import { compact } from "./compaction";

testDatabase();
const server = testCollab();

const wordsIn = (doc: Y.Doc) => doc.getXmlFragment(bodyField).toString();

function append(doc: Y.Doc, words: string): void {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  const body = doc.getXmlFragment(bodyField);
  body.insert(body.length, [paragraph]);
}

async function store(document: DocumentName, update: Uint8Array): Promise<void> {
  await db().collabUpdate.create({ data: { document, update: Uint8Array.from(update) } });
}

test("it arrives whole from its snapshot and the rows after it, and can be written in by all who came", async () => {
  const { workspace, people } = await makeWorkspace("owner", "editor");
  const { article } = await makeArticle(workspace.id);
  const { id } = await db().rebuttal.create({ data: { articleId: article.id } });
  const document = rebuttalDocument(id);
  const written = new Y.Doc();
  for (let page = 0; page < 150; page += 1) append(written, `${page} ${"long ".repeat(450)}`);
  await store(document, Y.encodeStateAsUpdate(written));
  await compact(document);
  const before = Y.encodeStateVector(written);
  append(written, "after the snapshot");
  await store(document, Y.encodeStateAsUpdate(written, before));
  expect(Y.encodeStateAsUpdate(written).length).toBeGreaterThan(limits.largeDocument);

  const open = async (role: keyof typeof people) =>
    WireClient.open(server.url(), document, await bearer(people[role].id));
  const crowd = await Promise.all([open("owner"), open("editor"), open("owner")]);
  for (const client of crowd) await client.sees((doc) => wordsIn(doc) === wordsIn(written));
  const [ada, bo] = crowd;
  if (!ada || !bo) throw new Error("Three came.");
  append(ada.doc, "and on it goes");
  await Promise.all([ada.durable(), bo.sees((doc) => wordsIn(doc).includes("and on it goes"))]);
  const later = await open("editor");
  expect(wordsIn(later.doc)).toBe(wordsIn(ada.doc));
});

test("who may not read it is not sent it", async () => {
  const { workspace } = await makeWorkspace("owner");
  const { article } = await makeArticle(workspace.id);
  const { id } = await db().rebuttal.create({ data: { articleId: article.id } });
  const written = new Y.Doc();
  for (let page = 0; page < 150; page += 1) append(written, `${page} ${"long ".repeat(450)}`);
  await store(rebuttalDocument(id), Y.encodeStateAsUpdate(written));
  const { people } = await makeWorkspace("owner");
  const stranger = await WireClient.open(server.url(), rebuttalDocument(id), await bearer(people.owner.id));
  expect(stranger.received.map(({ kind }) => kind)).toEqual(["denied"]);
  expect(wordsIn(stranger.doc)).toBe("");
});
