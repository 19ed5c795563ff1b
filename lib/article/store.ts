/** Keeps articles and their revisions (database): create, find, read, delete and restore. */
import { z } from "zod";
import { db, type Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { AppError, notFound } from "@/lib/errors";
import { canonicalText } from "./canonical-text";
import type { Article } from "./endpoints";
import { blockSchema, type ImportResult, metadataSchema, type Source } from "./schema";

interface NewArticle {
  workspaceId: string;
  createdById: string;
  kind: Source["kind"];
  result: ImportResult;
}

export interface WrittenRevision {
  id: string;
  articleId: string;
  canonicalText: string;
}

/** An article as lib/access needs it. */
interface ArticleSubject {
  id: string;
  workspaceId: string;
  facts: { authorId: string | null };
}

/**
 * Saves an import as a new article with its first revision, and tells the workspace.
 * @returns the article's id
 * @throws AppError `invalid-input` when nothing is left to read
 */
export async function importInto(article: NewArticle): Promise<string> {
  return db().$transaction(async (tx) => {
    const { articleId } = await writeArticle(tx, article);
    await announce(tx, { type: "article.changed", workspaceId: article.workspaceId, articleId });
    return articleId;
  });
}

/** The same inside a transaction of the caller's, untold. */
export async function writeArticle(
  tx: Tx,
  { workspaceId, createdById, kind, result }: NewArticle,
): Promise<WrittenRevision> {
  const { metadata, blocks, setAside, raw } = result;
  if (blocks.length === 0) {
    throw new AppError(
      "invalid-input",
      "Nothing of this text is left as an article: everything was set aside. Nothing was saved. Restore what belongs to it, then import.",
    );
  }
  const article = await tx.article.create({ data: { workspaceId, title: metadata.title, createdById } });
  const revision = await tx.revision.create({
    data: {
      articleId: article.id,
      number: 1,
      metadata,
      blocks,
      canonicalText: canonicalText(blocks),
      setAside,
      sourceKind: kind,
      raw,
      createdById,
    },
    select: { id: true, articleId: true, canonicalText: true },
  });
  await tx.article.update({ where: { id: article.id }, data: { currentRevisionId: revision.id } });
  return revision;
}

/** Where the article belongs and who brought it; null when there is none in that state. */
export async function locateArticle(
  articleId: string,
  state: "present" | "deleted" = "present",
): Promise<ArticleSubject | null> {
  const article = await db().article.findFirst({
    where: { id: articleId, deletedAt: state === "present" ? null : { not: null } },
    select: { id: true, workspaceId: true, createdById: true },
  });
  return article && { id: article.id, workspaceId: article.workspaceId, facts: { authorId: article.createdById } };
}

/**
 * The article with its current revision.
 * @throws AppError `not-found`
 */
export async function readArticle(articleId: string): Promise<Article> {
  const article = await db().article.findFirst({
    where: { id: articleId, deletedAt: null },
    select: {
      id: true,
      workspaceId: true,
      title: true,
      createdAt: true,
      createdBy: { select: { id: true, name: true } },
      currentRevision: {
        select: { id: true, number: true, createdAt: true, metadata: true, blocks: true, canonicalText: true },
      },
    },
  });
  if (!article?.currentRevision) throw notFound("article");
  const { currentRevision, createdAt, ...rest } = article;
  const { metadata, blocks, canonicalText: text, ...revision } = currentRevision;
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    revision: { ...revision, createdAt: revision.createdAt.toISOString() },
    metadata: metadataSchema.parse(metadata),
    blocks: z.array(blockSchema).parse(blocks),
    canonicalText: text,
  };
}

/** Takes the article out of sight. Everything on it stays, for `restoreArticle`. Deleting twice changes nothing. */
export async function deleteArticle({ id, workspaceId }: ArticleSubject): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.article.updateMany({
      where: { id, deletedAt: null },
      data: { deletedAt: new Date() },
    });
    if (count > 0) await announce(tx, { type: "article.deleted", workspaceId, articleId: id });
  });
}

/** Brings a deleted article back with everything that was on it. */
export async function restoreArticle({ id, workspaceId }: ArticleSubject): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.article.updateMany({
      where: { id, deletedAt: { not: null } },
      data: { deletedAt: null },
    });
    if (count > 0) await announce(tx, { type: "article.changed", workspaceId, articleId: id });
  });
}
