/** A rebuttal's document as its log has it (database): appended to before anyone has it open, read where the projection may lag. */
import * as Y from "yjs";
import { rebuttalDocument } from "@/lib/collab/names";
import type { Tx } from "@/lib/db/client";
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
