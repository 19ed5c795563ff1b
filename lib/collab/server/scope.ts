/** Who may read and write a realtime document (database). */

import { memberOf } from "@/lib/access/membership";
import { type Member, may } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { type DocumentName, parseDocumentName } from "../names";

/** What a person may do in a document. */
export interface Scope {
  document: DocumentName;
  workspaceId: string;
  articleId: string;
  member: Member;
  access: "read" | "write";
}

/** The person's scope in the document; null when there is no such document, or none for them. */
export async function scopeOf(userId: string, document: string): Promise<Scope | null> {
  const ref = parseDocumentName(document);
  switch (ref?.kind) {
    case "article":
      return scopeInArticle(userId, document as DocumentName, ref.articleId);
    case "rebuttal":
      return scopeInRebuttal(userId, document as DocumentName, ref.rebuttalId);
    case undefined:
      return null;
  }
}

async function scopeInArticle(userId: string, document: DocumentName, articleId: string): Promise<Scope | null> {
  const article = await db().article.findFirst({
    where: { id: articleId, deletedAt: null, currentRevisionId: { not: null } },
    select: { workspaceId: true },
  });
  const member = article && (await memberOf(userId, article.workspaceId));
  if (!member || !may(member, "article.read")) return null;
  const access = may(member, "note.write") ? "write" : "read";
  return { document, workspaceId: article.workspaceId, articleId, member, access };
}

async function scopeInRebuttal(userId: string, document: DocumentName, rebuttalId: string): Promise<Scope | null> {
  const rebuttal = await db().rebuttal.findUnique({
    where: { id: rebuttalId, article: { deletedAt: null } },
    select: {
      articleId: true,
      status: true,
      article: { select: { workspaceId: true } },
      contributors: { select: { userId: true } },
    },
  });
  const member = rebuttal && (await memberOf(userId, rebuttal.article.workspaceId));
  if (!member || !may(member, "rebuttal.read")) return null;
  const contributorIds = rebuttal.contributors.map((contributor) => contributor.userId);
  const access = may(member, "rebuttal.write", { status: rebuttal.status, contributorIds }) ? "write" : "read";
  return { document, workspaceId: rebuttal.article.workspaceId, articleId: rebuttal.articleId, member, access };
}
