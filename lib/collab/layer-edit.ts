/** The server's own edit of an article's layer (database): to the log, to the rows and to every process, in the caller's transaction. */
import * as Y from "yjs";
import type { Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import type { NoteDocument } from "@/lib/highlights/note";
import type { Cover } from "@/lib/moderation/cover";
import { holdLog } from "./forget-log";
import { readFragment, writeFragment } from "./fragment";
import {
  highlightsOf,
  metaField,
  moveHighlight,
  noteCoverField,
  noteOf,
  type Placement,
  readHighlights,
  revisionIdOf,
  type StoredHighlight,
  serverClient,
} from "./layer";
import { articleDocument } from "./names";
import { readWithin } from "./server/stored-document";

/** A highlight's new place, spelled out. */
export type FullPlacement = Required<Placement> & { revisionId: string };

/** A layer that nobody changes until the transaction ends. */
export interface HeldLayer {
  articleId: string;
  /** The article's current revision. */
  currentId: string;
  highlights: StoredHighlight[];
  /** What the highlight's note says; null when the layer has no such highlight. */
  noteOf(highlightId: string): NoteDocument | null;
}

/** Takes a note's words out and says why, or puts words back in their place. */
export type NoteEdit = { cover: Cover } | { cover: null; note: NoteDocument };

export interface LayerEdit {
  /** By highlight id. */
  placements?: ReadonlyMap<string, FullPlacement>;
  /** By highlight id. Their rows are the caller's to write. */
  notes?: ReadonlyMap<string, NoteEdit>;
  /** Makes another revision the current one. */
  currentId?: string;
}

/**
 * Holds the article's layer, asks `plan` what to change, and changes it: the log, the highlights' rows and the article's
 * current revision together. Takes turns with everything else that puts a highlight in its place.
 * @returns false when the article has no revision; nothing is planned then
 */
export async function editLayer(
  tx: Tx,
  articleId: string,
  plan: (layer: HeldLayer) => Promise<LayerEdit>,
): Promise<boolean> {
  const document = articleDocument(articleId);
  const [article] = await tx.$queryRaw<{ currentRevisionId: string | null }[]>`
    SELECT "currentRevisionId" FROM "Article" WHERE "id" = ${articleId}::uuid FOR UPDATE`;
  const currentId = article?.currentRevisionId;
  if (!currentId) return false;
  // Keeps compaction from moving rows while they are read.
  await holdLog(tx, document);
  const { updates } = await readWithin(tx, document);
  const doc = new Y.Doc();
  try {
    for (const update of updates) Y.applyUpdate(doc, update);
    doc.clientID = serverClient;
    const readNote = (id: string) => {
      const note = noteOf(doc, id);
      return note && readFragment(note);
    };
    const edit = await plan({ articleId, currentId, highlights: readHighlights(doc), noteOf: readNote });
    const update = apply(doc, edit, currentId);
    if (!update) return true;
    await tx.collabUpdate.create({ data: { document, update, userId: null } });
    if (edit.placements) await placeRows(tx, articleId, edit.placements);
    if (edit.currentId)
      await tx.article.update({ where: { id: articleId }, data: { currentRevisionId: edit.currentId } });
    await announce(tx, { type: "layer.edited", articleId });
    return true;
  } finally {
    doc.destroy();
  }
}

/** Makes the edit in the document. Returns it as an update; null when it changes nothing. */
function apply(
  doc: Y.Doc,
  { placements = new Map(), notes = new Map(), currentId }: LayerEdit,
  before: string,
): Uint8Array<ArrayBuffer> | null {
  const made: Uint8Array[] = [];
  doc.once("update", (update: Uint8Array) => made.push(update));
  doc.transact(() => {
    const revisionId = currentId ?? before;
    if (revisionIdOf(doc) !== revisionId) doc.getMap(metaField).set("revisionId", revisionId);
    for (const [id, placement] of placements) moveHighlight(doc, id, placement);
    for (const [id, edit] of notes) editNote(doc, id, edit);
  });
  return made[0] ? Uint8Array.from(made[0]) : null;
}

function editNote(doc: Y.Doc, id: string, edit: NoteEdit): void {
  const [map, note] = [highlightsOf(doc).get(id), noteOf(doc, id)];
  if (!map || !note) return;
  if (note.length > 0) note.delete(0, note.length);
  if (edit.cover === null) {
    map.delete(noteCoverField);
    writeFragment(note, edit.note);
  } else if (map.get(noteCoverField) !== edit.cover) map.set(noteCoverField, edit.cover);
}

/** Brings the places into the rows, in the order in which everybody locks them. */
async function placeRows(tx: Tx, articleId: string, placements: ReadonlyMap<string, FullPlacement>): Promise<void> {
  const rows = [...placements].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, placement]) => ({ id, ...placement }));
  if (rows.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Highlight" AS old SET
      "revisionId" = new."revisionId", "start" = new."start", "end" = new."end", "exact" = new."exact",
      "prefix" = new."prefix", "suffix" = new."suffix", "anchorState" = new."anchorState",
      "confidence" = new."confidence", "updatedAt" = now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new
      ("id" uuid, "revisionId" uuid, "start" int, "end" int, "exact" text, "prefix" text, "suffix" text,
       "anchorState" "AnchorState", "confidence" float8)
    WHERE old."id" = new."id" AND old."articleId" = ${articleId}::uuid`;
}
