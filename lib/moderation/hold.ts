/** Holds a comment back until a moderator has looked (database). Its author alone reads it meanwhile. */
import type { Tx } from "@/lib/db/client";
import { record } from "./log";
import { lockComment, openItem } from "./target";

/** Puts the pending comment into the queue. */
export async function holdForReview(tx: Tx, commentId: string, now: Date): Promise<void> {
  const comment = await lockComment(tx, commentId);
  const { id: itemId } = await openItem(tx, comment, now);
  const { workspaceId } = comment.thread.article;
  await record(tx, workspaceId, null, { action: "comment.held", data: { itemId, commentId } });
}
