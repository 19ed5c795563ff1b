/** Writes the demo's highlights as the realtime server would have: an update each in the layer's log, and their rows (database). */
import { randomUUID } from "node:crypto";
import { prosemirrorToYXmlFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { anchor, describe, type Selector } from "@/lib/anchoring";
import { readFragment } from "@/lib/collab/fragment";
import { addHighlight, type LayerHighlight, metaField, noteOf, type StoredHighlight } from "@/lib/collab/layer";
import { articleDocument } from "@/lib/collab/names";
import { type HighlightRow, highlightStatements, rowParameters } from "@/lib/collab/server/highlight-rows";
import type { Tx } from "@/lib/db/client";
import { noteProseMirrorSchema } from "@/lib/highlights/note-kit";
import { wordsOf } from "@/lib/highlights/note-words";
import { type DemoHighlight, type DemoHighlightName, demoHighlights } from "./highlights";
import type { DemoPerson } from "./people";
import { paragraph } from "./words";

interface Revision {
  id: string;
  articleId: string;
  canonicalText: string;
}

/** A highlight that was written. */
export interface Written {
  id: string;
  quote: string;
}

/** The first was made this long before the seeding, and another every ten minutes. */
const began = 26 * 60 * 60 * 1000; // ms
const apart = 10 * 60 * 1000; // ms

/**
 * Writes them all. Safe only for a layer that no realtime server can have loaded yet.
 * @throws when a passage isn't in the revision
 */
export async function writeLayer(
  tx: Tx,
  revision: Revision,
  userIds: Record<DemoPerson, string>,
  now: Date,
): Promise<Record<DemoHighlightName, Written>> {
  const document = articleDocument(revision.articleId);
  const doc = new Y.Doc();
  const rows: HighlightRow[] = [];
  const written: Partial<Record<DemoHighlightName, Written>> = {};
  const log = (change: () => void, userId: string | null, at: Date) =>
    tx.collabUpdate.create({ data: { document, update: updateOf(doc, change), userId, at } });

  await log(() => doc.getMap(metaField).set("revisionId", revision.id), null, new Date(now.getTime() - began));
  const names = Object.keys(demoHighlights) as DemoHighlightName[];
  for (const [index, name] of names.entries()) {
    const demo: DemoHighlight = demoHighlights[name];
    const { label, by, note } = demo;
    const createdAt = now.getTime() - began + index * apart;
    const passage = passageOf(demo, revision.canonicalText);
    const standing = { revisionId: revision.id, anchorState: "anchored", confidence: 1 } as const;
    const highlight = { id: randomUUID(), label, authorId: userIds[by], createdAt, ...passage, ...standing };
    await log(() => writeHighlight(doc, highlight, note), userIds[by], new Date(createdAt));
    rows.push(rowOf(doc, highlight, revision));
    written[name] = { id: highlight.id, quote: highlight.exact };
  }
  const { standing, gone, writers } = rowParameters(rows);
  await tx.$executeRawUnsafe(`WITH ${highlightStatements("$1", "$2", "$3")} SELECT 1`, standing, gone, writers);
  doc.destroy();
  return written as Record<DemoHighlightName, Written>;
}

/** The quoted passage, found as any other is found. */
function passageOf({ quote, after = "" }: DemoHighlight, text: string): Selector {
  const found = anchor(text, { start: 0, end: 0, exact: quote, prefix: after, suffix: "" });
  if (found.state === "orphaned" || found.state === "ambiguous")
    throw new Error(`The sample article doesn't hold this passage, or not only once: ${quote}`);
  return describe(text, found.start, found.end);
}

function writeHighlight(doc: Y.Doc, highlight: LayerHighlight, note: readonly string[]): void {
  addHighlight(doc, highlight);
  const fragment = noteOf(doc, highlight.id);
  if (!fragment) throw new Error("A highlight that was just added has no note to write in.");
  prosemirrorToYXmlFragment(
    noteProseMirrorSchema.nodeFromJSON({ type: "doc", content: note.map(paragraph) }),
    fragment,
  );
}

function rowOf(doc: Y.Doc, highlight: StoredHighlight, { id: revisionId, articleId }: Revision): HighlightRow {
  const fragment = noteOf(doc, highlight.id);
  const note = fragment ? readFragment(fragment) : { type: "doc" as const, content: [] };
  const words = { note, noteText: wordsOf(note), writerId: highlight.authorId };
  return { kind: "standing", articleId, ...words, placed: true, ...highlight, revisionId };
}

/** The change as one update. */
function updateOf(doc: Y.Doc, change: () => void): Uint8Array<ArrayBuffer> {
  const before = Y.encodeStateVector(doc);
  doc.transact(change);
  return Uint8Array.from(Y.encodeStateAsUpdate(doc, before));
}
