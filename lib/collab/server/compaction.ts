/** Sums a document's log rows up in a snapshot, so that it loads fast (database). No row is ever deleted: they are its history. */
import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { db } from "@/lib/db/client";
import type { DocumentName } from "../names";
import { readWithin } from "./stored-document";

/**
 * Builds a snapshot from the rows themselves and marks exactly those it read. When another process is compacting the
 * same document, this one leaves it to that.
 * @returns how many rows the snapshot took in
 * @throws when the database refuses, for instance because another process was faster; nothing is changed then
 */
export async function compact(document: DocumentName): Promise<number> {
  return db().$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(hashtextextended(${document}, 0)) AS mine`;
      if (!lock?.mine) return 0;
      const { updates, tail } = await readWithin(tx, document);
      if (tail.length === 0) return 0;
      const id = randomUUID();
      await tx.collabSnapshot.create({ data: { id, document, state: sumOf(updates) } });
      await tx.$executeRaw`UPDATE "CollabUpdate" SET "snapshotId" = ${id}::uuid WHERE "seq" = ANY(${tail})`;
      return tail.length;
    },
    { isolationLevel: "RepeatableRead", timeout: 60_000 },
  );
}

function sumOf(updates: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const state = Uint8Array.from(Y.encodeStateAsUpdate(doc));
  doc.destroy();
  return state;
}
