/** Holds a comment back until a moderator has looked (database). Its author alone reads it meanwhile. */
import type { Tx } from "@/lib/db/client";
import { lockContent } from "./locked";
import { record } from "./log";
import { openItem } from "./target";

/** Puts the pending comment into the queue. */
export async function holdForReview(tx: Tx, commentId: string, now: Date): Promise<void> {
  const comment = await lockContent(tx, { kind: "comment", id: commentId });
  const { id: itemId } = await openItem(tx, comment, now);
  await record(tx, comment.workspaceId, null, { action: "comment.held", data: { itemId, commentId } });
}
