/** The server's own edit of an article's layer (database): to the log, to the rows and to every process, in the caller's transaction. */
import * as Y from "yjs";
import type { Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import {
  metaField,
  moveHighlight,
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
}

export interface LayerEdit {
  /** By highlight id. */
  placements: ReadonlyMap<string, FullPlacement>;
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
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${document}, 0))`;
  const { updates } = await readWithin(tx, document);
  const doc = new Y.Doc();
  try {
    for (const update of updates) Y.applyUpdate(doc, update);
    doc.clientID = serverClient;
    const edit = await plan({ articleId, currentId, highlights: readHighlights(doc) });
    const update = apply(doc, edit, currentId);
    if (!update) return true;
    await tx.collabUpdate.create({ data: { document, update, userId: null } });
    await placeRows(tx, articleId, edit.placements);
    if (edit.currentId)
      await tx.article.update({ where: { id: articleId }, data: { currentRevisionId: edit.currentId } });
    await announce(tx, { type: "layer.edited", articleId });
    return true;
  } finally {
    doc.destroy();
  }
}

/** Makes the edit in the document. Returns it as an update; null when it changes nothing. */
function apply(doc: Y.Doc, { placements, currentId }: LayerEdit, before: string): Uint8Array<ArrayBuffer> | null {
  const made: Uint8Array[] = [];
  doc.once("update", (update: Uint8Array) => made.push(update));
  doc.transact(() => {
    const revisionId = currentId ?? before;
    if (revisionIdOf(doc) !== revisionId) doc.getMap(metaField).set("revisionId", revisionId);
    for (const [id, placement] of placements) moveHighlight(doc, id, placement);
  });
  return made[0] ? Uint8Array.from(made[0]) : null;
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
