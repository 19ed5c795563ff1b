/** Locks what moderation is about, with the words that are judged and those who wrote them (database). */

import type { Tx } from "@/lib/db/client";
import type { ContentState, Prisma } from "@/lib/db/generated/client";
import { notFound } from "@/lib/errors";
import { noteWritersOf } from "@/lib/highlights/note-writers";
import { projectLog, writersOf } from "@/lib/rebuttal/log";
import type { TargetRef } from "./target-ref";

interface Common {
  /** The comment's, the highlight's or the rebuttal's. */
  id: string;
  workspaceId: string;
  articleId: string;
  state: ContentState;
  /** Whose words they are, the first of them first; nobody when no account is left. */
  authorIds: readonly string[];
  /** The words as ProseMirror JSON, and plain. Readers may not see them any more. */
  body: Prisma.InputJsonValue;
  text: string;
}

interface CommentPlace {
  id: string;
  highlightId: string | null;
  rebuttalId: string | null;
}

/** Content that doesn't change until the transaction ends. */
export type LockedContent =
  | (Common & { kind: "comment"; thread: CommentPlace })
  | (Common & { kind: "note" })
  | (Common & { kind: "rebuttal"; title: string });

/**
 * The content, kept from changing until the transaction ends. Whoever locks an item too locks its content first.
 * @throws AppError `not-found`
 */
export async function lockContent(tx: Tx, { kind, id }: TargetRef): Promise<LockedContent> {
  switch (kind) {
    case "comment":
      return lockComment(tx, id);
    case "note":
      return lockNote(tx, id);
    case "rebuttal":
      return lockRebuttalText(tx, id);
  }
}

async function lockComment(tx: Tx, id: string): Promise<LockedContent> {
  await tx.$queryRaw`SELECT "id" FROM "Comment" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const row = await tx.comment.findUnique({
    where: { id },
    select: {
      state: true,
      authorId: true,
      body: true,
      text: true,
      thread: {
        select: {
          id: true,
          articleId: true,
          highlightId: true,
          rebuttalId: true,
          article: { select: { workspaceId: true } },
        },
      },
    },
  });
  if (!row) throw notFound("comment");
  const { article, articleId, ...thread } = row.thread;
  const { state, text } = row;
  const authorIds = row.authorId === null ? [] : [row.authorId];
  const { workspaceId } = article;
  return { kind: "comment", id, workspaceId, articleId, state, authorIds, body: jsonOf(row.body), text, thread };
}

/** The article first, as everybody locks it who edits its layer. */
async function lockNote(tx: Tx, id: string): Promise<LockedContent> {
  await tx.$queryRaw`
    SELECT "id" FROM "Article" WHERE "id" = (SELECT "articleId" FROM "Highlight" WHERE "id" = ${id}::uuid) FOR UPDATE`;
  await tx.$queryRaw`SELECT "id" FROM "Highlight" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const row = await tx.highlight.findUnique({
    where: { id },
    select: {
      articleId: true,
      noteState: true,
      note: true,
      noteText: true,
      heldNote: true,
      article: { select: { workspaceId: true } },
    },
  });
  if (!row) throw notFound("highlight");
  const { articleId, noteState, article, heldNote } = row;
  return {
    kind: "note",
    id,
    workspaceId: article.workspaceId,
    articleId,
    state: noteState,
    authorIds: await noteWritersOf(id, tx),
    body: jsonOf(heldNote ? heldNote.note : row.note),
    text: heldNote ? heldNote.text : row.noteText,
  };
}

async function lockRebuttalText(tx: Tx, id: string): Promise<LockedContent> {
  await tx.$queryRaw`SELECT "id" FROM "Rebuttal" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const row = await tx.rebuttal.findUnique({
    where: { id },
    select: { articleId: true, state: true, article: { select: { workspaceId: true } } },
  });
  if (!row) throw notFound("rebuttal");
  const { articleId, state, article } = row;
  // Its row follows its document by some seconds, and holds nothing while it is kept from readers.
  const { title, body, text } = await projectLog(tx, id);
  const authorIds = await writersOf(id, tx);
  const { workspaceId } = article;
  return { kind: "rebuttal", id, workspaceId, articleId, state, authorIds, title, body: body.toJSON(), text };
}

/** Whether there are words to judge. */
export function says(content: LockedContent): boolean {
  return content.text.trim() !== "" || (content.kind === "rebuttal" && content.title.trim() !== "");
}

const jsonOf = (stored: Prisma.JsonValue): Prisma.InputJsonValue => stored ?? { type: "doc", content: [] };
