/** Whether the database holds what it must: every acknowledged frame, what the editors see, and rows that say the same. */
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import * as Y from "yjs";
import { readFragment } from "@/lib/collab/fragment";
import { noteOf, readHighlights } from "@/lib/collab/layer";
import { readStoredDocument } from "@/lib/collab/server/stored-document";
import { db } from "@/lib/db/client";
import { wordsOf } from "@/lib/highlights/note-words";
import { projectRebuttal } from "@/lib/rebuttal/document";
import type { Editor } from "./editor";
import type { SharedDocument } from "./world";

/** A rebuttal's rows follow its document within two seconds; a busy machine is given more. */
const longestProjection = 20_000; // ms
const lookEvery = 50; // ms
/** What is durable is on its way to everybody. */
const longestWay = 20_000; // ms

/** The document as the database has it. */
export async function readStored({ name }: SharedDocument): Promise<Y.Doc> {
  const doc = new Y.Doc();
  for (const update of (await readStoredDocument(name)).updates) Y.applyUpdate(doc, update);
  return doc;
}

/** @throws when the stored document lacks anything that an editor was told is durable */
export function assertHoldsAcknowledged(stored: Y.Doc, editors: readonly Editor[]): void {
  let lacks = 0;
  const count = () => {
    lacks += 1;
  };
  stored.on("update", count);
  for (const { acknowledged } of editors) for (const update of acknowledged) Y.applyUpdate(stored, update);
  stored.off("update", count);
  if (lacks > 0) throw new Error(`${lacks} acknowledged frames are not in the database`);
}

/** @throws when an editor's document doesn't come to hold exactly the items and deletions of the stored one */
export async function assertConverged(stored: Y.Doc, editors: readonly Editor[]): Promise<void> {
  const expected = Y.snapshot(stored);
  const isSame = (doc: Y.Doc) => Y.equalSnapshots(Y.snapshot(doc), expected);
  const late = pause(longestWay, "late" as const, { ref: false });
  const seen = await Promise.race([late, Promise.all(editors.map((editor) => editor.sees(isSame)))]);
  if (seen !== "late") return;
  const astray = editors.filter(({ doc }) => !isSame(doc));
  throw new Error(`${astray.length} of the editors of ${editors[0]?.document.name} see something else than is stored`);
}

/** @throws when the rows don't come to say what the document says */
export async function assertProjected(document: SharedDocument, stored: Y.Doc): Promise<void> {
  const look = document.kind === "article" ? layerRows : rebuttalRows;
  const deadline = Date.now() + longestProjection;
  for (;;) {
    const { rows, expected } = await look(document, stored);
    if (isDeepStrictEqual(rows, expected)) return;
    if (Date.now() > deadline)
      throw new Error(
        `the rows of ${document.name} say ${JSON.stringify(rows)}; the document says ${JSON.stringify(expected)}`,
      );
    await pause(lookEvery);
  }
}

async function layerRows({ articleId }: SharedDocument, stored: Y.Doc) {
  const rows = await db().highlight.findMany({
    where: { articleId, deletedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, start: true, end: true, exact: true, label: true, authorId: true, noteText: true },
  });
  const expected = readHighlights(stored)
    .map(({ id, start, end, exact, label, authorId }) => {
      const note = noteOf(stored, id);
      return { id, start, end, exact, label, authorId, noteText: note ? wordsOf(readFragment(note)) : "" };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { rows, expected };
}

async function rebuttalRows({ id }: SharedDocument, stored: Y.Doc) {
  const rebuttal = await db().rebuttal.findUniqueOrThrow({
    where: { id },
    select: { title: true, text: true, body: true, citations: { select: { quote: true } } },
  });
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(stored));
  const { title, text, body, citations } = projectRebuttal(copy);
  const expected = {
    title,
    text,
    body: JSON.parse(JSON.stringify(body)),
    citations: citations.map(({ quote }) => ({ quote })),
  };
  return { rows: rebuttal, expected };
}
