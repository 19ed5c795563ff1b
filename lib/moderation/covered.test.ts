/** Moderating what people write together, over real sockets to two processes: what readers, their pages and the log still hold. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import type { Member } from "@/lib/access/policies";
import { describe as describePassage } from "@/lib/anchoring";
import { readFragment, writeFragment } from "@/lib/collab/fragment";
import { addHighlight, noteOf, readHighlights } from "@/lib/collab/layer";
import { limits } from "@/lib/collab/limits";
import { articleDocument, type DocumentName, rebuttalDocument } from "@/lib/collab/names";
import { bearer, startCollab, type TestServer, WireClient } from "@/lib/collab/testing";
import { writeIn } from "@/lib/collab/testing/layer-edits";
import { db } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { tablesWith, testDatabase } from "@/lib/db/testing";
import type { NoteDocument } from "@/lib/highlights/note";
import { createRebuttal, setAnswers } from "@/lib/rebuttal/changes";
import { bodyField } from "@/lib/rebuttal/schema";
import { getRebuttal } from "@/lib/rebuttal/store";
import { decideAppeal, makeAppeal } from "./appeals";
import { decide, openReview, undoDecision } from "./decide";
import { flagContent } from "./flags";
import { purgeContent } from "./purge";
import { readReview } from "./read-review";
import { columnsOf, type TargetRef } from "./target-ref";
import { join, makeScene, restriction, type Scene } from "./testing";

const database = testDatabase();

/** Without Redis each hears of the other by the log alone, when the server edits a layer. */
let servers: TestServer[];
beforeAll(async () => {
  servers = [await startCollab(), await startCollab()];
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

let scene: Scene;
let word: string;
let layer: DocumentName;
beforeEach(async () => {
  scene = await makeScene();
  word = `planted${randomUUID().replaceAll("-", "")}`;
  layer = articleDocument(scene.article.id);
});

const open = async (document: DocumentName, { userId }: Member, at = 0, doc = new Y.Doc()) =>
  WireClient.open(servers[at]?.url ?? "", document, await bearer(userId), doc);

/** Whether the word is in anything that the server tells somebody who opens the document anew. */
async function isTold(document: DocumentName, { userId }: Member, at: number): Promise<boolean> {
  const client = await WireClient.connect(servers[at]?.url ?? "", document, await bearer(userId));
  const heard: Uint8Array[] = [];
  client.onBytes = (bytes) => heard.push(bytes);
  client.authenticate();
  await client.until(({ kind }) => kind === "synced" || kind === "denied");
  await client.close();
  return Buffer.concat(heard).includes(word);
}

/** A note of all that a note can hold. */
const noteOfWords = (): NoteDocument => ({
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: [
        { type: "text", text: `So ` },
        { type: "text", text: word, marks: [{ type: "bold" }] },
        { type: "text", text: " says", marks: [{ type: "link", attrs: { href: "https://example.org" } }] },
      ],
    },
    {
      type: "orderedList",
      attrs: { start: 3 },
      content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "Third" }] }] }],
    },
  ],
});

/** The author marks a passage and writes the note. */
async function annotate(client: WireClient, note = noteOfWords()): Promise<TargetRef> {
  const { canonicalText } = await db().revision.findFirstOrThrow({ where: { articleId: scene.article.id } });
  const id = randomUUID();
  const common = { id, label: "claim", authorId: scene.author.userId, createdAt: Date.UTC(2026, 0, 1) } as const;
  client.doc.transact(() => {
    addHighlight(client.doc, { ...common, ...describePassage(canonicalText, 4, 9) });
    const fragment = noteOf(client.doc, id);
    if (fragment) writeFragment(fragment, note);
  });
  await client.durable();
  return { kind: "note", id };
}

const noteIn = ({ doc }: WireClient, { id }: TargetRef) => {
  const note = noteOf(doc, id);
  return note && readFragment(note);
};
const coverIn = (doc: Y.Doc, { id }: TargetRef) => readHighlights(doc).find((each) => each.id === id)?.noteCover;
const itemOf = (ref: TargetRef) => db().reviewItem.findFirstOrThrow({ where: columnsOf(ref) });
const rowOf = ({ id }: TargetRef) => db().highlight.findUniqueOrThrow({ where: { id } });

async function hide(ref: TargetRef, by = scene.moderator, now = new Date()): Promise<string> {
  const itemId = await openReview(ref, by, now);
  const { version } = await itemOf(ref);
  return (await decide(itemId, version, restriction("hide"), by, now)).decisionId;
}

describe("a highlight's note", () => {
  let author: WireClient;
  let reader: WireClient;
  let ref: TargetRef;
  beforeEach(async () => {
    author = await open(layer, scene.author);
    ref = await annotate(author);
    reader = await open(layer, scene.reader, 1);
    await reader.sees(() => JSON.stringify(noteIn(reader, ref)).includes(word));
    return () => Promise.all([author.close(), reader.close()]);
  });

  it("that is hidden leaves every page and row at once, is told to nobody, and comes back as it was when an appeal was right", async () => {
    const before = { note: noteIn(author, ref), row: await rowOf(ref) };
    await flagContent(ref, { reason: "abusive", words: "" }, scene.reader, new Date());
    const decisionId = await hide(ref);
    for (const client of [author, reader]) {
      await client.sees((doc) => coverIn(doc, ref) === "hidden");
      expect(noteIn(client, ref)).toEqual({ type: "doc", content: [] });
    }
    for (const at of [0, 1]) expect(await isTold(layer, scene.reader, at)).toBe(false);
    expect(await rowOf(ref)).toMatchObject({ noteState: "hidden", note: null, noteText: "" });
    const review = await readReview((await itemOf(ref)).id, scene.moderator, new Date());
    expect(JSON.stringify(review.target)).toContain(word);

    await makeAppeal(decisionId, scene.author.userId, "It was a quote.", new Date());
    const appeal = await db().appeal.findUniqueOrThrow({ where: { decisionId } });
    await decideAppeal(appeal.id, { outcome: "overturned", reply: "So it was." }, scene.owner, new Date());
    for (const client of [author, reader]) {
      await client.sees((doc) => coverIn(doc, ref) === undefined);
      expect(noteIn(client, ref)).toEqual(before.note);
    }
    expect(await rowOf(ref)).toEqual(before.row);
    expect(await db().heldNote.count()).toBe(0);
  });

  it("that is hidden can't be written in, and its cover is the server's alone", async () => {
    await hide(ref);
    await author.sees((doc) => coverIn(doc, ref) === "hidden");
    const note = noteOf(author.doc, ref.id);
    if (note) writeIn(note, 0, "Again.");
    expect(await author.refusal()).toBe("note-covered");
    const again = await open(layer, scene.author, 1);
    again.doc.getMap<Y.Map<unknown>>("highlights").get(ref.id)?.delete("noteCover");
    expect(await again.refusal()).toBe("server-only");
    await again.close();
  });

  it("loses again what another process let in meanwhile", async () => {
    const late = author.draft((doc) => {
      const note = noteOf(doc, ref.id);
      if (note) writeIn(note, 0, `late ${word}`);
    });
    await hide(ref);
    await db().$transaction(async (tx) => {
      const update = Uint8Array.from(late);
      await tx.collabUpdate.create({ data: { document: layer, update, userId: scene.author.userId } });
      await announce(tx, { type: "layer.edited", articleId: scene.article.id });
    });
    const end = Y.decodeUpdate(late).structs.at(-1)?.id;
    const hasCome = (doc: Y.Doc) => end !== undefined && Y.getState(doc.store, end.client) > end.clock;
    await reader.sees((doc) => hasCome(doc) && noteOf(doc, ref.id)?.length === 0);
    expect(await isTold(layer, scene.reader, 1)).toBe(false);
    expect(await rowOf(ref)).toMatchObject({ note: null, noteText: "" });
  });

  it("of a large layer isn't told to whoever opens it first, either", async () => {
    const filler: NoteDocument = {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "x".repeat(19_000) }] }],
    };
    for (let bytes = 0; bytes < limits.largeDocument; bytes += 19_000) await annotate(author, filler);
    await hide(ref);
    const fresh = await startCollab();
    servers.push(fresh);
    expect(await isTold(layer, scene.reader, 2)).toBe(false);
    servers.pop();
    await fresh.close();
  });

  it("is nobody's to judge who wrote in it, and all who wrote are told", async () => {
    const moderator = await open(layer, scene.moderator);
    const note = noteOf(moderator.doc, ref.id);
    if (note) writeIn(note, 0, "I say so too.");
    await moderator.durable();
    await moderator.close();
    await expect(hide(ref)).rejects.toMatchObject({ code: "forbidden" });
    const decisionId = await hide(ref, scene.owner);
    const told = await db().notice.findMany({ where: { decisionId }, select: { recipientId: true } });
    const writers = [scene.author.userId, scene.moderator.userId];
    expect(told.map(({ recipientId }) => recipientId).sort()).toEqual(writers.sort());
  });

  it("that is purged stands nowhere any more, while the layer goes on, also for whoever was away", async () => {
    const away = await open(layer, scene.author);
    const late = reader.draft((doc) => {
      const note = noteOf(doc, ref.id);
      if (note) writeIn(note, 0, `late ${word}`);
    });
    const other = await annotate(author, { type: "doc", content: [] });
    await away.sees((doc) => noteOf(doc, other.id) !== null);
    away.terminate();
    const decisionId = await hide(ref);
    await makeAppeal(decisionId, scene.author.userId, `I said ${word}`, new Date());
    expect((await tablesWith(database.url(), word)).length).toBeGreaterThan(0);
    await purgeContent(ref, scene.owner, new Date());
    await reader.sees((doc) => coverIn(doc, ref) === "purged");
    expect(await tablesWith(database.url(), word)).toEqual([]);
    for (const at of [0, 1]) expect(await isTold(layer, scene.reader, at)).toBe(false);

    // Their copy still holds the words, and their edits elsewhere fit in.
    const note = noteOf(away.doc, other.id);
    if (note) writeIn(note, 0, "Written while away.");
    const back = await open(layer, scene.author, 0, away.doc);
    await back.durable();
    await author.sees(() => JSON.stringify(noteIn(author, other)).includes("Written while away."));
    expect(await tablesWith(database.url(), word)).toEqual([]);
    expect(await rowOf(ref)).toMatchObject({ noteState: "purged" });
    await back.close();

    // What a process took in before it heard of the purge comes to the log after it.
    await db().collabUpdate.create({ data: { document: layer, update: Uint8Array.from(late) } });
    await db().$transaction((tx) =>
      announce(tx, { type: "words.purged", articleId: scene.article.id, rebuttalId: null }),
    );
    await vi.waitFor(async () => expect(await tablesWith(database.url(), word)).toEqual([]));
    expect(JSON.stringify(noteIn(author, other))).toContain("Written while away.");
  });
});

describe("a rebuttal", () => {
  let ref: TargetRef;
  let document: DocumentName;
  let writers: WireClient[];
  const covered = ({ kind, reason }: { kind: string; reason?: string }) => kind === "closed" && reason === "covered";
  beforeEach(async () => {
    const highlight = await annotateRow();
    const by = { articleId: scene.article.id, creatorId: scene.author.userId, highlightIds: [highlight] };
    ref = { kind: "rebuttal", id: await createRebuttal({ ...by, title: `About ${word}`, text: `So ${word} says.` }) };
    document = rebuttalDocument(ref.id);
    writers = [await open(document, scene.author), await open(document, scene.author, 1)];
    return () => Promise.all(writers.map((client) => client.close()));
  });

  async function annotateRow(): Promise<string> {
    const client = await open(layer, scene.author);
    const { id } = await annotate(client, { type: "doc", content: [] });
    await client.close();
    return id;
  }

  it("that is hidden is closed in every process, is nobody's to read or change, and is as it was when that is undone", async () => {
    const before = await getRebuttal(ref.id);
    const now = new Date();
    await flagContent(ref, { reason: "abusive", words: "" }, scene.reader, now);
    const decisionId = await hide(ref, scene.moderator, now);
    await Promise.all(writers.map((client) => client.until(covered)));
    for (const at of [0, 1]) {
      const denied = await open(document, scene.moderator, at);
      expect(denied.received).toContainEqual({ kind: "denied", reason: "covered" });
      await denied.close();
      expect(await isTold(document, scene.owner, at)).toBe(false);
    }
    const shown = await getRebuttal(ref.id);
    expect(shown).toMatchObject({ cover: "hidden", title: "", text: "", body: null });
    const answered = shown.answers.map(({ highlightId }) => highlightId);
    await expect(setAnswers(scene.owner, ref.id, answered)).rejects.toMatchObject({ code: "gone" });
    const review = await readReview((await itemOf(ref)).id, scene.moderator, new Date());
    expect(JSON.stringify(review.target)).toContain(`So ${word} says.`);
    expect(review.excerpt).toContain(word);

    await undoDecision(decisionId, scene.moderator, now);
    expect(await getRebuttal(ref.id)).toEqual(before);
    const back = await open(document, scene.author, 1);
    expect(back.doc.getXmlFragment(bodyField).toString()).toContain(word);
    await back.close();
  });

  it("is hidden by the flags of several independent members, and every contributor may appeal", async () => {
    const second = await join(scene, "annotator");
    await db().rebuttalContributor.create({ data: { rebuttalId: ref.id, userId: second.userId } });
    for (let flaggers = 0; flaggers < 4; flaggers += 1)
      await flagContent(ref, { reason: "spam", words: "" }, await join(scene, "viewer"), new Date());
    expect(await getRebuttal(ref.id)).toMatchObject({ cover: "hidden" });
    const { id, version } = await itemOf(ref);
    const { decisionId } = await decide(id, version, restriction("remove"), scene.moderator, new Date());
    await makeAppeal(decisionId, second.userId, "Look again.", new Date());
    await expect(makeAppeal(decisionId, scene.author.userId, "Me too.", new Date())).rejects.toMatchObject({
      code: "gone",
    });
  });

  it("that is purged stands nowhere any more, whatever of it was still on its way", async () => {
    const [writer] = writers;
    await hide(ref);
    await writer?.until(covered);
    await purgeContent(ref, scene.owner, new Date());
    expect(await tablesWith(database.url(), word)).toEqual([]);
    expect(await db().collabUpdate.count({ where: { document } })).toBe(0);
    expect(await getRebuttal(ref.id)).toMatchObject({ cover: "purged", text: "" });
    await expect(purgeContent(ref, scene.owner, new Date())).rejects.toMatchObject({ code: "gone" });
  });
});
