/** The author's one edit of what flags hid: it is looked at with the new words (database). */
import type { Tx } from "@/lib/db/client";
import { isFixable } from "./statement";

/** Whether the comment was hidden by flags alone, waits for a moderator, and wasn't edited since. */
export async function isOpenToFixing(tx: Tx, commentId: string): Promise<boolean> {
  const item = await tx.reviewItem.findUnique({
    where: { commentId },
    select: {
      status: true,
      comment: { select: { state: true, editedAt: true } },
      decisions: { orderBy: [{ at: "desc" }, { id: "desc" }], take: 1 },
    },
  });
  const [last] = item?.decisions ?? [];
  return item !== null && last !== undefined && isFixable(last, item);
}
