/** Reads a document back from its newest snapshot and the log rows that are in none (database). */
import { type db, dbPool } from "@/lib/db/client";
import type { DocumentName } from "../names";

export interface StoredDocument {
  /** Updates whose sum is the document. */
  updates: Uint8Array[];
  /** The log rows among them, by sequence. */
  tail: bigint[];
}

/**
 * One consistent view of both, also while a compaction moves rows into a snapshot: one statement sees one moment. Without
 * Prisma, which takes longer over some megabytes than PostgreSQL.
 */
export async function readStoredDocument(document: DocumentName): Promise<StoredDocument> {
  const { rows } = await dbPool().query<{ seq: string | null; update: Uint8Array }>({
    ...wholeDocument,
    values: [document],
  });
  return {
    updates: rows.map(({ update }) => update),
    tail: rows.flatMap(({ seq }) => (seq === null ? [] : BigInt(seq))),
  };
}

const wholeDocument = {
  name: "collab-read",
  text: `
    (SELECT NULL::bigint AS "seq", "state" AS "update" FROM "CollabSnapshot"
     WHERE "document" = $1 ORDER BY "createdAt" DESC, "id" DESC LIMIT 1)
    UNION ALL
    SELECT "seq", "update" FROM "CollabUpdate" WHERE "document" = $1 AND "snapshotId" IS NULL
    ORDER BY "seq" NULLS FIRST`,
};

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
