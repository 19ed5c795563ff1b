/** Wordless answers to a comment (database): each kind once for each person. */
import type { Member } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { AppError } from "@/lib/errors";
import { readComment } from "./discussion";
import type { CommentView, ReactionKind } from "./schema";
import { readableBy } from "./visibility";

/**
 * Adds the reader's reaction to the comment, or takes it back. Doing it twice is doing it once.
 * @throws AppError `gone` when the comment's words are no longer there for the reader
 */
export function setReaction(
  commentId: string,
  kind: ReactionKind,
  isSet: boolean,
  reader: Member,
  now: Date,
): Promise<CommentView> {
  return db().$transaction(async (tx) => {
    const comment = await tx.comment.findFirst({
      where: { AND: [{ id: commentId }, readableBy(reader)] },
      select: { thread: { select: { id: true, articleId: true, highlightId: true, rebuttalId: true } } },
    });
    const gone = () => new AppError("gone", "This comment is no longer there. Nothing was changed.");
    if (!comment) throw gone();
    const reaction = { commentId, userId: reader.userId, kind };
    const { count } = isSet
      ? await tx.reaction.createMany({ data: reaction, skipDuplicates: true })
      : await tx.reaction.deleteMany({ where: reaction });
    const { id: threadId, ...place } = comment.thread;
    if (count > 0) await announce(tx, { type: "thread.changed", threadId, ...place, commentId });
    const view = await readComment(tx, commentId, reader, now);
    if (!view) throw gone();
    return view;
  });
}
