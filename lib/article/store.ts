/** Keeps articles and their revisions (database): create, find, read, delete and restore. */
import { z } from "zod";
import { db, type Tx } from "@/lib/db/client";
import { announce } from "@/lib/db/events";
import { AppError, notFound } from "@/lib/errors";
import type { RawSource } from "./bring";
import type { RevisionContent } from "./content";
import type { Article } from "./endpoints";
import { blockSchema, metadataSchema } from "./schema";
import { type WrittenRevision, writeRevision } from "./write-revision";

interface NewArticle {
  workspaceId: string;
  createdById: string;
  source: RawSource;
  content: RevisionContent;
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
  { workspaceId, createdById, source, content }: NewArticle,
): Promise<WrittenRevision> {
  if (content.blockCount === 0) {
    throw new AppError(
      "invalid-input",
      "Nothing of this text is left as an article: everything was set aside. Nothing was saved. Restore what belongs to it, then import.",
    );
  }
  const { title } = content.metadata;
  const { id: articleId } = await tx.article.create({ data: { workspaceId, title, createdById } });
  const revision = await writeRevision(tx, { articleId, number: 1, basedOnId: null, createdById, source, content });
  await tx.article.update({ where: { id: articleId }, data: { currentRevisionId: revision.id } });
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
 * The article and its current revision, without what they hold.
 * @throws AppError `not-found`
 */
export async function describeArticle(
  articleId: string,
): Promise<Omit<Article, "metadata" | "blocks" | "canonicalText">> {
  const article = await db().article.findFirst({
    where: { id: articleId, deletedAt: null },
    select: {
      id: true,
      workspaceId: true,
      title: true,
      createdAt: true,
      createdBy: { select: { id: true, name: true } },
      currentRevision: { select: { id: true, number: true, createdAt: true } },
    },
  });
  if (!article?.currentRevision) throw notFound("article");
  const { currentRevision, createdAt, ...rest } = article;
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    revision: { ...currentRevision, createdAt: currentRevision.createdAt.toISOString() },
  };
}

/**
 * The article with its current revision.
 * @throws AppError `not-found`
 */
export async function readArticle(articleId: string): Promise<Article> {
  const { revision, ...article } = await describeArticle(articleId);
  const { metadata, blocks, canonicalText } = await db().revision.findUniqueOrThrow({
    where: { id: revision.id },
    select: { metadata: true, blocks: true, canonicalText: true },
  });
  return {
    ...article,
    revision,
    metadata: metadataSchema.parse(metadata),
    blocks: z.array(blockSchema).parse(blocks),
    canonicalText,
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
