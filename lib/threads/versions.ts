/** What a comment said before its edits (database): only words that its readers could see, and only while they see it. */
import type { Member } from "@/lib/access/policies";
import { db, type Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { fromPlainText } from "./body";
import { commentBodySchema } from "./body.schema";
import type { CommentVersion } from "./schema";
import { readableBy } from "./visibility";

/** Keeps what the comment says now, before an edit. Words that nobody but their author could see are not kept. */
export async function keepVersion(tx: Tx, commentId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "CommentVersion" ("id", "commentId", "body", "text", "at")
    SELECT gen_random_uuid(), "id", "body", "text", coalesce("editedAt", "createdAt") FROM "Comment"
    WHERE "id" = ${commentId}::uuid AND "state" = 'visible'`;
}

/** Forgets what it said before: for words that were taken down, and for good. */
export async function forgetVersions(tx: Tx, commentId: string): Promise<void> {
  await tx.commentVersion.deleteMany({ where: { commentId } });
}

/**
 * All that the comment ever said, the oldest first and what it says now last.
 * @throws AppError `gone` when its words are not there for the reader
 */
export async function listVersions(commentId: string, reader: Member): Promise<CommentVersion[]> {
  const comment = await db().comment.findFirst({
    where: { AND: [{ id: commentId }, readableBy(reader)] },
    select: {
      body: true,
      text: true,
      createdAt: true,
      editedAt: true,
      versions: { orderBy: [{ at: "asc" }, { id: "asc" }], select: { body: true, text: true, at: true } },
    },
  });
  if (!comment) throw new AppError("gone", "This comment is no longer there.");
  const { versions, editedAt, createdAt, ...now } = comment;
  return [...versions, { ...now, at: editedAt ?? createdAt }].map(({ body, text, at }) => {
    const parsed = commentBodySchema.safeParse(body);
    return { body: parsed.success ? parsed.data : fromPlainText(text), at: at.toISOString() };
  });
}
