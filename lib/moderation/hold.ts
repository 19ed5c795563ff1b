/** Puts content into the queue without anybody's flag (database): held back, or to be seen meanwhile. */
import type { Tx } from "@/lib/db/client";
import { type Details, detailsSchema } from "./guard/details";
import { lockContent } from "./locked";
import { record } from "./log";
import { openItem } from "./target";
import { columnsOf, type TargetRef } from "./target-ref";

/** Puts the pending comment into the queue. Its author alone reads it until a moderator has looked. */
export function holdForReview(tx: Tx, commentId: string, findings: readonly Details[], now: Date): Promise<void> {
  return queueUp(tx, { kind: "comment", id: commentId }, "comment.held", findings, now);
}

/** Puts the content into the queue for what was found in it; everybody reads it meanwhile. */
export function bringToReview(tx: Tx, ref: TargetRef, findings: readonly Details[], now: Date): Promise<void> {
  return queueUp(tx, ref, "item.found", findings, now);
}

async function queueUp(
  tx: Tx,
  ref: TargetRef,
  action: "comment.held" | "item.found",
  findings: readonly Details[],
  now: Date,
): Promise<void> {
  const content = await lockContent(tx, ref);
  const { id: itemId } = await openItem(tx, content, now);
  await tx.detection.createMany({
    data: findings.map((details) => ({ itemId, kind: details.kind, details, at: now })),
  });
  const found = [...new Set(findings.map(({ kind }) => kind))];
  await record(tx, content.workspaceId, null, { action, data: { itemId, found, ...columnsOf(ref) } });
}

/** After an edit the words that were found don't stand where they stood. */
export async function forgetPlaces(tx: Tx, ref: TargetRef): Promise<void> {
  const found = await tx.detection.findMany({ where: { item: columnsOf(ref), kind: "watched_word" } });
  for (const { id, details } of found) {
    const kept = detailsSchema.parse(details);
    await tx.detection.update({ where: { id }, data: { details: { ...kept, ranges: [], alsoIn: null } } });
  }
}
