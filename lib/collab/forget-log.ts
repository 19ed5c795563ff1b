/** Takes what a document no longer says out of its log (database): the log begins anew with what it says now. */
import * as Y from "yjs";
import type { Tx } from "@/lib/db/client";
import { metaField, purgesField, purgesOf, serverClient } from "./layer";
import { articleDocument, type DocumentName } from "./names";
import { readWithin } from "./server/stored-document";

/** Keeps compaction and the server's other edits away from the document's log until the transaction ends. */
export async function holdLog(tx: Tx, document: DocumentName): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${document}, 0))`;
}

/**
 * Replaces the log of an article's layer by one snapshot. Yjs lets go of what was deleted, and keeps the places where it
 * stood, so that what somebody still writes beside it fits in. The layer says how often this was done: devices that hold
 * a copy of it from before make it anew.
 */
export async function forgetLayerHistory(tx: Tx, articleId: string): Promise<void> {
  const document = articleDocument(articleId);
  await holdLog(tx, document);
  const { updates } = await readWithin(tx, document);
  const doc = new Y.Doc();
  try {
    for (const update of updates) Y.applyUpdate(doc, update);
    doc.clientID = serverClient;
    doc.getMap(metaField).set(purgesField, purgesOf(doc) + 1);
    await forgetLog(tx, document);
    await tx.collabSnapshot.create({ data: { document, state: Uint8Array.from(Y.encodeStateAsUpdate(doc)) } });
  } finally {
    doc.destroy();
  }
}

/** Deletes the document's log and its snapshots. Only a purge may. */
export async function forgetLog(tx: Tx, document: DocumentName): Promise<void> {
  await holdLog(tx, document);
  // The database lets no row of the log go unless it is told so.
  await tx.$executeRaw`SELECT set_config('rejoinder.purging', ${document}, true)`;
  await tx.collabUpdate.deleteMany({ where: { document } });
  await tx.collabSnapshot.deleteMany({ where: { document } });
}
