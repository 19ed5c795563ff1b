import { beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { anchor } from "@/lib/anchoring";
import { readFragment } from "@/lib/collab/fragment";
import { noteOf, readHighlights, revisionIdOf } from "@/lib/collab/layer";
import { articleDocument, type DocumentName, rebuttalDocument } from "@/lib/collab/names";
import { readStoredDocument } from "@/lib/collab/server/stored-document";
import { bearer, testCollab, WireClient } from "@/lib/collab/testing";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { labels } from "@/lib/highlights/labels";
import { signInByPassword } from "@/lib/people/password-sign-in";
import { projectRebuttal } from "@/lib/rebuttal/document";
import { demoHighlights } from "./demo/highlights";
import { demoSignIns, seedDemo } from "./seed";

testDatabase();
const server = testCollab();

beforeAll(() => seedDemo());

/** The document as a realtime server finds it. */
async function open(name: DocumentName): Promise<Y.Doc> {
  const doc = new Y.Doc();
  for (const update of (await readStoredDocument(name)).updates) Y.applyUpdate(doc, update);
  return doc;
}

const article = () => db().article.findFirstOrThrow({ include: { currentRevision: true, workspace: true } });

describe("the demo", () => {
  test("has three people of different roles, who can sign in as the start says", async () => {
    const signIns = await demoSignIns();
    expect(signIns.map(({ role }) => role)).toEqual(["owner", "editor", "annotator"]);
    for (const { email, password } of signIns) {
      const user = await db().user.findUniqueOrThrow({ where: { email } });
      expect(await signInByPassword({ email, password, address: "127.0.0.1" })).toMatchObject({ id: user.id });
    }
    expect(await db().user.count({ where: { demo: false } })).toBe(0);
  });

  test("has highlights of every label, each at its quoted words, the same in the layer and in their rows", async () => {
    const { id, currentRevision } = await article();
    const doc = await open(articleDocument(id));
    expect(revisionIdOf(doc)).toBe(currentRevision?.id);
    const inLayer = readHighlights(doc);
    expect(inLayer).toHaveLength(Object.keys(demoHighlights).length);
    expect(new Set(inLayer.map(({ label }) => label))).toEqual(new Set(labels));
    for (const { id: highlightId, createdAt, ...highlight } of inLayer) {
      const found = anchor(currentRevision?.canonicalText ?? "", highlight);
      expect(found).toMatchObject({ state: "anchored", start: highlight.start, end: highlight.end });
      const row = await db().highlight.findUniqueOrThrow({ where: { id: highlightId } });
      expect(row).toMatchObject({ ...highlight, createdAt: new Date(createdAt), deletedAt: null });
      const note = noteOf(doc, highlightId);
      expect(row.note).toEqual(note && readFragment(note));
      expect(row.noteText).not.toBe("");
    }
    expect(await db().highlight.count()).toBe(inLayer.length);
  });

  test("has a published rebuttal and a draft, whose rows say what their documents say", async () => {
    const rebuttals = await db().rebuttal.findMany({
      include: { citations: true, answers: true, statusChanges: true },
    });
    expect(rebuttals.map(({ status }) => status).sort()).toEqual(["draft", "published"]);
    for (const { id, title, text, body, citations, answers, status, statusChanges } of rebuttals) {
      const said = projectRebuttal(await open(rebuttalDocument(id)));
      expect({ title, text, body }).toEqual({ title: said.title, text: said.text, body: said.body.toJSON() });
      expect(citations.map((card) => card.id).sort()).toEqual(said.citations.map((card) => card.id).sort());
      for (const { highlightId, quote } of citations) {
        expect(quote).toBe((await db().highlight.findUniqueOrThrow({ where: { id: highlightId ?? "" } })).exact);
      }
      expect(answers.length).toBeGreaterThan(0);
      expect(statusChanges.map(({ to }) => to)).toEqual(status === "published" ? ["in_review", "published"] : []);
    }
  });

  test("has discussions on a passage, a rebuttal and the article, with replies and a call to somebody", async () => {
    const threads = await db().thread.findMany({ include: { comments: true } });
    expect(threads.filter(({ highlightId }) => highlightId)).toHaveLength(1);
    expect(threads.filter(({ rebuttalId }) => rebuttalId)).toHaveLength(1);
    expect(threads).toHaveLength(3);
    expect(threads.every(({ comments }) => comments.length > 0)).toBe(true);
    expect(await db().comment.count({ where: { parentId: { not: null } } })).toBeGreaterThan(0);
    expect(await db().mention.findMany({ select: { user: { select: { email: true } } } })).toEqual([
      { user: { email: "ana@demo.example" } },
    ]);
  });

  test("opens live, and goes on from there", async () => {
    const { id } = await article();
    const ana = await db().user.findUniqueOrThrow({ where: { email: "ana@demo.example" } });
    const client = await WireClient.open(server.url(), articleDocument(id), await bearer(ana.id));
    const highlight = readHighlights(client.doc).find(({ authorId }) => authorId === ana.id);
    const note = highlight && noteOf(client.doc, highlight.id)?.get(0);
    const words = note instanceof Y.XmlElement ? note.get(0) : null;
    if (!highlight || !(words instanceof Y.XmlText)) throw new Error("Ana has no highlight with a note.");
    words.insert(0, "Yes. ");
    await client.durable();
    const row = await db().highlight.findUniqueOrThrow({ where: { id: highlight.id } });
    expect(row.noteText.startsWith("Yes. ")).toBe(true);
    await client.close();
  });

  test("is made once", async () => {
    await seedDemo();
    expect(await db().workspace.count()).toBe(1);
    expect(await db().user.count()).toBe(3);
  });
});
