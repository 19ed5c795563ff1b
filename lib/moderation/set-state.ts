/** Writes what readers may see of content, and sees to it that they see no more from now on (database). */
import { coverNote, uncoverNote } from "@/lib/collab/note-cover";
import type { Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import type { ContentState } from "@/lib/db/generated/client";
import { giveOfComment } from "@/lib/notices/give";
import { coverRebuttal, uncoverRebuttal } from "@/lib/rebuttal/cover";
import type { LockedContent } from "./locked";

/** Writes the locked content's state, and tells everyone who reads it. */
export async function setState(tx: Tx, content: LockedContent, state: ContentState): Promise<void> {
  switch (content.kind) {
    case "comment": {
      const { id, articleId, thread } = content;
      await tx.comment.update({ where: { id }, data: { state } });
      // Nobody was told of it while it waited.
      if (content.state === "pending" && state === "visible") await giveOfComment(tx, id);
      const { id: threadId, highlightId, rebuttalId } = thread;
      return announce(tx, { type: "thread.changed", articleId, threadId, highlightId, rebuttalId, commentId: id });
    }
    case "note":
      return state === "visible" ? uncoverNote(tx, content) : coverNote(tx, content, state);
    case "rebuttal":
      return state === "visible" ? uncoverRebuttal(tx, content) : coverRebuttal(tx, content, state);
  }
}
