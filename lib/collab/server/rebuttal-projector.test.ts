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
