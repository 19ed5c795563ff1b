/** A new revision while people work: over real sockets, against a real database. */
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { describe as describePassage } from "@/lib/anchoring";
import type { Block } from "@/lib/article/schema";
import {
  addHighlight,
  moveHighlight,
  noteOf,
  readHighlights,
  revisionIdOf,
  type StoredHighlight,
} from "@/lib/collab/layer";
import { articleDocument, type DocumentName } from "@/lib/collab/names";
import { bearer, testCollab, WireClient } from "@/lib/collab/testing";
import { db } from "@/lib/db/client";
import { makeArticle, makeWorkspace, testDatabase } from "@/lib/db/testing";
import { forecast } from "./forecast";
import { listRevisions } from "./read";
import { readReport } from "./report";
import { revise, undoRevision } from "./revise";
import { leaveHighlight, locateHighlight, placeHighlight } from "./settle";

testDatabase();
const server = testCollab();

const buses = "Night buses carry eleven thousand people a week through the sleeping city.";
const plan = "The plan to end them counts empty seats at four in the morning and calls them waste.";
const lamps = "Every lamp along the river was paid for by the harbour board in nineteen thirty.";

let setting: Awaited<ReturnType<typeof makeSetting>>;
let document: DocumentName;
beforeEach(async () => {
  setting = await makeSetting();
  document = articleDocument(setting.article.id);
});

async function makeSetting() {
  const { workspace, people } = await makeWorkspace("editor", "annotator");
  const { article, revision } = await makeArticle(workspace.id, [buses, plan, lamps]);
  const change = { workspaceId: workspace.id, articleId: article.id, userId: people.editor.id };
  return { workspace, people, article, revision, change };
}

const open = async (who: "editor" | "annotator", doc?: Y.Doc) =>
  WireClient.open(server.url(), document, await bearer(setting.people[who].id), doc);

/** A text of these paragraphs, on its way to be a revision. */
const textOf = (...paragraphs: string[]) => ({
  metadata: { title: "A test's article", authors: [] },
  blocks: paragraphs.map((text, index): Block => ({ id: `b${index + 1}`, type: "paragraph", text, marks: [] })),
  setAside: [],
  source: { kind: "edit" as const },
});

function highlightOf(words: string, text: string, revisionId: string): StoredHighlight {
  const start = text.indexOf(words);
  return {
    id: randomUUID(),
    label: "claim",
    authorId: setting.people.annotator.id,
    createdAt: Date.UTC(2026, 0, 1),
    ...describePassage(text, start, start + words.length),
    revisionId,
    anchorState: "anchored",
    confidence: 1,
  };
}

const onFirst = (words: string) => highlightOf(words, setting.revision.canonicalText, setting.revision.id);
const rowOf = (id: string) => db().highlight.findUniqueOrThrow({ where: { id } });
const inLayer = (doc: Y.Doc, id: string) => readHighlights(doc).find((highlight) => highlight.id === id);
const currentId = async () =>
  (await db().article.findUniqueOrThrow({ where: { id: setting.article.id } })).currentRevisionId ?? "";

/** What the layer and the rows say of where highlights stand; they must say the same. */
async function standings(doc: Y.Doc) {
  const rows = await db().highlight.findMany({ where: { articleId: setting.article.id, deletedAt: null } });
  const of = ({ id, revisionId, start, end, exact, anchorState }: (typeof rows)[number] | StoredHighlight) => ({
    ...{ id, revisionId, start, end, exact, anchorState },
  });
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return { rows: rows.map(of).sort(byId), layer: readHighlights(doc).map(of).sort(byId) };
}

function write(doc: Y.Doc, id: string, words: string): void {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  noteOf(doc, id)?.insert(0, [paragraph]);
}

test("highlights move to a new revision while two people work, and what they write meanwhile stays", async () => {
  const ada = await open("annotator");
  const bo = await open("editor");
  const [moved, lost] = [onFirst("eleven thousand people"), onFirst("paid for by the harbour board")];
  addHighlight(ada.doc, moved);
  addHighlight(ada.doc, lost);
  await ada.durable();

  const made = revise(setting.change, setting.revision.id, textOf("A new opening.", buses, plan));
  for (let count = 0; count < 20; count += 1) write(ada.doc, moved.id, `Line ${count}.`);
  expect(await made).toBe(2);
  const next = await currentId();
  await ada.sees((doc) => revisionIdOf(doc) === next);
  await bo.sees((doc) => revisionIdOf(doc) === next);
  await ada.durable();

  expect(inLayer(bo.doc, moved.id)).toMatchObject({ revisionId: next, start: moved.start + 16, exact: moved.exact });
  expect(inLayer(bo.doc, lost.id)).toMatchObject({ anchorState: "orphaned", revisionId: setting.revision.id });
  const { rows, layer } = await standings(ada.doc);
  expect(rows).toEqual(layer);
  expect((await rowOf(moved.id)).noteText.split("\n")).toHaveLength(20);
  await Promise.all([ada.close(), bo.close()]);
});

test("a highlight made on the old text arrives after the new one, and is looked for there", async () => {
  const ada = await open("annotator");
  // Away from the network, with the old text before them.
  const away = new Y.Doc();
  Y.applyUpdate(away, Y.encodeStateAsUpdate(ada.doc));
  const [moved, lost] = [onFirst("counts empty seats"), onFirst("along the river")];
  addHighlight(away, moved);
  addHighlight(away, lost);
  write(away, lost.id, "Not to be lost.");
  await revise(setting.change, setting.revision.id, textOf("Put in before.", plan));

  const back = await open("annotator", away);
  const next = await currentId();
  await back.sees((doc) => inLayer(doc, moved.id)?.revisionId === next);
  await back.sees((doc) => inLayer(doc, lost.id)?.anchorState === "orphaned");
  expect(await rowOf(moved.id)).toMatchObject({ revisionId: next, start: moved.start - buses.length + 14 });
  expect(await rowOf(lost.id)).toMatchObject({ revisionId: setting.revision.id, noteText: "Not to be lost." });
  expect((await readReport(setting.article.id, 2)).map(({ highlightId }) => highlightId)).toContain(lost.id);
  await Promise.all([ada.close(), back.close()]);
});

test("somebody who moved a highlight on the old text keeps their passage, looked for in the new", async () => {
  const ada = await open("annotator");
  const highlight = onFirst("counts empty seats");
  addHighlight(ada.doc, highlight);
  await ada.durable();
  const away = new Y.Doc();
  Y.applyUpdate(away, Y.encodeStateAsUpdate(ada.doc));
  const { revisionId, start, end, exact, prefix, suffix } = onFirst("empty seats at four in the morning");
  moveHighlight(away, highlight.id, { revisionId, start, end, exact, prefix, suffix });
  await revise(setting.change, setting.revision.id, textOf("Put in before.", plan));

  const next = await currentId();
  const back = await open("annotator", away);
  const isThere = (doc: Y.Doc) => {
    const now = inLayer(doc, highlight.id);
    return now?.revisionId === next && now.exact === "empty seats at four in the morning";
  };
  await back.sees(isThere);
  await ada.sees(isThere);
  const { rows, layer } = await standings(ada.doc);
  expect(rows).toEqual(layer);
  await Promise.all([ada.close(), back.close()]);
});

test("a passage that isn't in the revision it names is refused", async () => {
  const ada = await open("annotator");
  await revise(setting.change, setting.revision.id, textOf("Put in before.", plan, lamps));
  addHighlight(ada.doc, { ...onFirst("counts empty seats"), revisionId: await currentId() });
  expect(await ada.refusal()).toBe("wrong-text");
  const bo = await open("annotator");
  addHighlight(bo.doc, { ...onFirst("counts empty seats"), revisionId: randomUUID() });
  expect(await bo.refusal()).toBe("range-outside");
  await Promise.all([ada.close(), bo.close()]);
});

test("an edit in the server's own name is refused", async () => {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const ada = await open("annotator", doc);
  addHighlight(ada.doc, onFirst("counts empty seats"));
  expect(await ada.refusal()).toBe("foreign-client");
  await ada.close();
});

test("a revision that was made from an older text is refused with words and changes nothing", async () => {
  await revise(setting.change, setting.revision.id, textOf(buses, plan));
  const late = revise(setting.change, setting.revision.id, textOf(buses));
  await expect(late).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("still here") });
  expect(await listRevisions(setting.article.id)).toHaveLength(2);
});

test("of two revisions at the same time one is made", async () => {
  const both = await Promise.allSettled([
    revise(setting.change, setting.revision.id, textOf(buses, plan)),
    revise(setting.change, setting.revision.id, textOf(plan, lamps)),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a text without words, and one without a change, are refused", async () => {
  await expect(revise(setting.change, setting.revision.id, textOf())).rejects.toMatchObject({ code: "invalid-input" });
  const same = { ...textOf(buses, plan, lamps) };
  await expect(revise(setting.change, setting.revision.id, same)).rejects.toMatchObject({ code: "invalid-input" });
});

test("when one row can't be written, nothing of the revision is", async () => {
  const ada = await open("annotator");
  const highlight = onFirst("counts empty seats");
  addHighlight(ada.doc, highlight);
  await ada.durable();
  const before = await db().collabUpdate.count({ where: { document } });
  await db().$executeRawUnsafe(`
    ALTER TABLE "Highlight" ADD CONSTRAINT "only_the_first"
      CHECK ("id" <> '${highlight.id}' OR "revisionId" = '${setting.revision.id}')`);
  try {
    const broken = revise(setting.change, setting.revision.id, textOf(lamps, buses, plan));
    await expect(broken).rejects.toThrow();
  } finally {
    await db().$executeRawUnsafe(`ALTER TABLE "Highlight" DROP CONSTRAINT "only_the_first"`);
  }
  expect(await currentId()).toBe(setting.revision.id);
  expect(await db().revision.count({ where: { articleId: setting.article.id } })).toBe(1);
  expect(await db().collabUpdate.count({ where: { document } })).toBe(before);
  expect(await db().highlightAnchor.count({ where: { highlightId: highlight.id } })).toBe(0);
  await ada.close();
});

test("undo puts every highlight back where it was, and keeps those made meanwhile", async () => {
  const ada = await open("annotator");
  const [moved, lost] = [onFirst("counts empty seats"), onFirst("along the river")];
  for (const highlight of [moved, lost]) addHighlight(ada.doc, highlight);
  await ada.durable();
  const changed = textOf("A sentence that only this revision has.", plan);
  await revise(setting.change, setting.revision.id, changed);
  const next = await currentId();
  await ada.sees((doc) => revisionIdOf(doc) === next);
  const text = changed.blocks.map((block) => block.text).join("\n\n");
  const [found, gone] = [highlightOf("calls them waste", text, next), highlightOf("only this revision", text, next)];
  for (const highlight of [found, gone]) addHighlight(ada.doc, highlight);
  await ada.durable();

  await undoRevision(setting.change, 2);
  await ada.sees((doc) => revisionIdOf(doc) === setting.revision.id);
  expect(inLayer(ada.doc, moved.id)).toEqual(moved);
  expect(inLayer(ada.doc, lost.id)).toEqual(lost);
  expect(inLayer(ada.doc, found.id)).toMatchObject({ revisionId: setting.revision.id, exact: found.exact });
  expect(inLayer(ada.doc, gone.id)).toMatchObject({ revisionId: next, anchorState: "orphaned" });
  const { rows, layer } = await standings(ada.doc);
  expect(rows).toEqual(layer);
  expect(await listRevisions(setting.article.id)).toMatchObject([
    { number: 2, isCurrent: false, undone: { by: { id: setting.people.editor.id } } },
    { number: 1, isCurrent: true, undone: null },
  ]);
  await expect(undoRevision(setting.change, 2)).rejects.toMatchObject({ code: "conflict" });
  await expect(undoRevision(setting.change, 1)).rejects.toMatchObject({ code: "conflict" });
  await ada.close();
});

test("a later revision that restores the text finds an orphan again", async () => {
  const ada = await open("annotator");
  const highlight = onFirst("paid for by the harbour board");
  addHighlight(ada.doc, highlight);
  await ada.durable();
  await revise(setting.change, setting.revision.id, textOf(buses, plan));
  await ada.sees((doc) => inLayer(doc, highlight.id)?.anchorState === "orphaned");
  await revise(setting.change, await currentId(), textOf(lamps, buses));
  const third = await currentId();
  await ada.sees((doc) => inLayer(doc, highlight.id)?.revisionId === third);
  expect(await rowOf(highlight.id)).toMatchObject({ anchorState: "anchored", start: lamps.indexOf(highlight.exact) });
  await ada.close();
});

test("the report tells each fate, and a person's choice settles it", async () => {
  const ada = await open("annotator");
  const [lost, other] = [onFirst("along the river"), onFirst("nineteen thirty")];
  for (const highlight of [lost, other]) addHighlight(ada.doc, highlight);
  await ada.durable();
  const next = textOf(buses, plan);
  const text = next.blocks.map((block) => block.text).join("\n\n");
  expect((await forecast(setting.article.id, text)).map(({ state }) => state)).toEqual(["orphaned", "orphaned"]);
  await revise(setting.change, setting.revision.id, next);
  const current = await currentId();

  const subject = await locateHighlight(lost.id);
  const left = await locateHighlight(other.id);
  if (!subject || !left) throw new Error("The highlights are gone.");
  const place = { revisionId: current, start: 0, end: 11 };
  await expect(
    placeHighlight(subject, { ...place, revisionId: setting.revision.id }, setting.people.annotator.id),
  ).rejects.toMatchObject({ code: "conflict" });
  await expect(placeHighlight(subject, { ...place, end: 100_000 }, setting.people.annotator.id)).rejects.toMatchObject({
    code: "invalid-input",
  });
  await placeHighlight(subject, place, setting.people.annotator.id);
  await leaveHighlight(left, setting.people.annotator.id);
  await ada.sees((doc) => inLayer(doc, lost.id)?.exact === "Night buses");

  const items = await readReport(setting.article.id, 2);
  expect(items).toMatchObject([
    { highlightId: lost.id, state: "orphaned", before: { exact: lost.exact }, beforeIn: 1, after: null },
    { highlightId: other.id, state: "orphaned", now: { state: "orphaned", exact: null } },
  ]);
  expect(items[0]).toMatchObject({ now: { state: "anchored", exact: "Night buses" } });
  expect(items.every(({ settledAt }) => settledAt !== null)).toBe(true);
  await ada.close();
});

test("a server that starts later finds the places of what waited", async () => {
  const highlight = onFirst("counts empty seats");
  const away = new Y.Doc();
  const ada = await open("annotator");
  addHighlight(ada.doc, highlight);
  await ada.durable();
  await revise(setting.change, setting.revision.id, textOf("Put in before.", plan));
  const next = await currentId();
  // As a process leaves it that ends between an accepted frame and the search.
  const { revisionId, start, end, exact, prefix, suffix } = onFirst("empty seats");
  await ada.sees((doc) => inLayer(doc, highlight.id)?.revisionId === next);
  Y.applyUpdate(away, Y.encodeStateAsUpdate(ada.doc));
  await ada.close();
  const made: Uint8Array[] = [];
  away.on("update", (update: Uint8Array) => made.push(update));
  moveHighlight(away, highlight.id, { revisionId, start, end, exact, prefix, suffix });
  await db().collabUpdate.create({ data: { document, update: Uint8Array.from(Y.mergeUpdates(made)) } });

  const bo = await open("annotator");
  await bo.sees((doc) => {
    const now = inLayer(doc, highlight.id);
    return now?.revisionId === next && now.exact === "empty seats";
  });
  await bo.close();
});
