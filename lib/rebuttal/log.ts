/** A rebuttal's document as its log has it (database): appended to before anyone has it open, read where the projection may lag, and by whom it was written. */
import * as Y from "yjs";
import { rebuttalDocument } from "@/lib/collab/names";
import { db, type Tx } from "@/lib/db/client";
import { projectRebuttal, type RebuttalProjection } from "./document";

/** Appends an update. Safe only for a document that no realtime server can have loaded yet. */
export async function appendUpdate(tx: Tx, rebuttalId: string, update: Uint8Array, userId: string): Promise<void> {
  await tx.collabUpdate.create({
    data: { document: rebuttalDocument(rebuttalId), update: Uint8Array.from(update), userId },
  });
}

/** What the rebuttal says by everything that has been acknowledged as durable. */
export async function projectLog(tx: Tx, rebuttalId: string): Promise<RebuttalProjection> {
  const document = rebuttalDocument(rebuttalId);
  // The tail first: what a compaction moves into a snapshot meanwhile is then read twice, which Yjs allows, and not missed.
  const tail = await tx.collabUpdate.findMany({
    where: { document, snapshotId: null },
    orderBy: { seq: "asc" },
    select: { update: true },
  });
  const snapshot = await tx.collabSnapshot.findFirst({
    where: { document },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { state: true },
  });
  const doc = new Y.Doc();
  if (snapshot) Y.applyUpdate(doc, snapshot.state);
  for (const { update } of tail) Y.applyUpdate(doc, update);
  const projection = projectRebuttal(doc);
  doc.destroy();
  return projection;
}

/** Whose words the rebuttal holds: its creator first, its contributors, and whoever else ever wrote in it. */
export async function writersOf(rebuttalId: string, tx: Tx = db()): Promise<string[]> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    SELECT "userId"::text FROM (
      SELECT "createdById" AS "userId", 1 AS place FROM "Rebuttal" WHERE "id" = ${rebuttalId}::uuid
      UNION ALL SELECT "userId", 2 FROM "RebuttalContributor" WHERE "rebuttalId" = ${rebuttalId}::uuid
      UNION ALL SELECT "userId", 3 FROM "CollabUpdate" WHERE "document" = ${rebuttalDocument(rebuttalId)}
    ) AS writer
    WHERE "userId" IN (SELECT "id" FROM "User")
    GROUP BY "userId" ORDER BY min(place), "userId"`;
  return rows.map(({ userId }) => userId);
}
