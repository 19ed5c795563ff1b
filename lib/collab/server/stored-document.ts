/** Reads a document back from its newest snapshot and the log rows that are in none (database). */
import { db } from "@/lib/db/client";
import type { DocumentName } from "../names";

export interface StoredDocument {
  /** Updates whose sum is the document. */
  updates: Uint8Array[];
  /** The log rows among them, by sequence. */
  tail: bigint[];
}

/** One consistent view of both, also while a compaction moves rows into a snapshot. */
export async function readStoredDocument(document: DocumentName): Promise<StoredDocument> {
  return db().$transaction((tx) => readWithin(tx, document), { isolationLevel: "RepeatableRead" });
}

/** The same within a repeatable-read transaction of the caller's. */
export async function readWithin(
  tx: Pick<ReturnType<typeof db>, "collabSnapshot" | "collabUpdate">,
  document: DocumentName,
): Promise<StoredDocument> {
  const snapshot = await tx.collabSnapshot.findFirst({
    where: { document },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { state: true },
  });
  const rows = await tx.collabUpdate.findMany({
    where: { document, snapshotId: null },
    orderBy: { seq: "asc" },
    select: { seq: true, update: true },
  });
  return {
    updates: [...(snapshot ? [snapshot.state] : []), ...rows.map(({ update }) => update)],
    tail: rows.map(({ seq }) => seq),
  };
}
