/** What SQL is told of a rebuttal's document, in a real database. */
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { db } from "@/lib/db/client";
import { makeArticle, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { appendUpdate } from "@/lib/rebuttal/log";
import { bodyField, titleField } from "@/lib/rebuttal/schema";
import { RebuttalProjector } from "./rebuttal-projector";

testDatabase();

test("the row and its citations say what the log says, and an unchanged text keeps its time", async () => {
  const { workspace, people } = await makeWorkspace("annotator");
  const { article } = await makeArticle(workspace.id);
  const { id } = await db().rebuttal.create({ data: { articleId: article.id, createdById: people.annotator.id } });
  const doc = new Y.Doc();
  const card = new Y.XmlElement("citation");
  const cardId = randomUUID();
  doc.transact(() => {
    doc.getText(titleField).insert(0, "Not so");
    for (const [name, value] of Object.entries({ id: cardId, highlightId: randomUUID(), quote: "The first claim" }))
      card.setAttribute(name, value);
    doc.getXmlFragment(bodyField).insert(0, [card]);
  });
  await appendUpdate(db(), id, Y.encodeStateAsUpdate(doc), people.annotator.id);

  const projector = new RebuttalProjector();
  await projector.catchUp();
  await projector.flush();
  const row = await db().rebuttal.findUniqueOrThrow({ where: { id }, include: { citations: true } });
  expect(row).toMatchObject({
    title: "Not so",
    text: "“The first claim”",
    citations: [{ id: cardId, quote: "The first claim", highlightId: null }],
  });

  projector.touch(id);
  await projector.flush();
  const again = await db().rebuttal.findUniqueOrThrow({ where: { id } });
  expect(again.updatedAt).toEqual(row.updatedAt);
});

test("two processes project an edit once, and one that was written late all the same", async () => {
  const { workspace, people } = await makeWorkspace("annotator");
  const { article } = await makeArticle(workspace.id);
  const { id } = await db().rebuttal.create({ data: { articleId: article.id, createdById: people.annotator.id } });
  const projectors = [new RebuttalProjector(), new RebuttalProjector()];
  const projectByAll = async () => {
    for (const projector of projectors) projector.touch(id);
    await Promise.all(projectors.map((projector) => projector.flush()));
  };
  // PostgreSQL gives a row a new version, named by its transaction, at each write.
  const version = async () => {
    const [row] = await db().$queryRaw<{ xmin: string }[]>`SELECT xmin::text FROM "Rebuttal" WHERE "id" = ${id}::uuid`;
    return row?.xmin;
  };
  const [first, late] = ["Not", " so"].map(titled);
  const document = `rebuttal:${id}`;
  // A sequence number is drawn before its row is written, so a higher one can be there first.
  await db().collabUpdate.create({ data: { seq: 1_000_001n, document, update: first ?? new Uint8Array() } });
  await projectByAll();
  const before = await version();
  await projectByAll();
  expect(await version()).toBe(before);
  await db().collabUpdate.create({ data: { seq: 1_000_000n, document, update: late ?? new Uint8Array() } });
  await projectByAll();
  expect((await db().rebuttal.findUniqueOrThrow({ where: { id } })).title).toHaveLength("Not so".length);
  expect(await version()).not.toBe(before);
});

function titled(words: string): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc();
  doc.getText(titleField).insert(0, words);
  return Uint8Array.from(Y.encodeStateAsUpdate(doc));
}
