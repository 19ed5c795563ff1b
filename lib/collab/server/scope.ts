/** Who may read and write a realtime document (database). */

import { memberOf } from "@/lib/access/membership";
import { type Member, may, type RebuttalStatus } from "@/lib/access/policies";
import { db } from "@/lib/db/client";
import { type DocumentName, parseDocumentName } from "../names";

/** What a person may do in a document. */
export interface Scope {
  document: DocumentName;
  workspaceId: string;
  /** Null for a document that belongs to no article. */
  articleId: string | null;
  member: Member;
  access: "read" | "write";
}

/** No workspace's id: asked for a document that there isn't, we do the same work as for one that isn't for this person. */
const nowhere = "00000000-0000-0000-0000-000000000000";

/** A moderator took the document down: nobody reads it, and who otherwise could is told so. */
export const covered = "covered";

/** The person's scope in the document; null when there is no such document, or none for them. */
export async function scopeOf(userId: string, document: string): Promise<Scope | typeof covered | null> {
  const ref = parseDocumentName(document);
  switch (ref?.kind) {
    case "article":
      return scopeInArticle(userId, document as DocumentName, ref.articleId);
    case "rebuttal":
      return scopeInRebuttal(userId, document as DocumentName, ref.rebuttalId);
    case "desk":
      return scopeAtDesk(userId, document as DocumentName, ref.workspaceId);
    case undefined:
      return null;
  }
}

async function scopeInArticle(userId: string, document: DocumentName, articleId: string): Promise<Scope | null> {
  const article = await db().article.findFirst({
    where: { id: articleId, deletedAt: null, currentRevisionId: { not: null } },
    select: { workspaceId: true },
  });
  const member = await memberOf(userId, article?.workspaceId ?? nowhere);
  if (!article || !member || !may(member, "article.read")) return null;
  const access = may(member, "note.write") ? "write" : "read";
  return { document, workspaceId: article.workspaceId, articleId, member, access };
}

interface RebuttalRow {
  articleId: string;
  workspaceId: string;
  status: RebuttalStatus;
  isCovered: boolean;
  contributorIds: string[];
}

async function scopeInRebuttal(
  userId: string,
  document: DocumentName,
  rebuttalId: string,
): Promise<Scope | typeof covered | null> {
  const [rebuttal] = await db().$queryRaw<RebuttalRow[]>`
    SELECT r."articleId", a."workspaceId", r."status"::text, r."state" <> 'visible' AS "isCovered",
           ARRAY(SELECT "userId"::text FROM "RebuttalContributor" WHERE "rebuttalId" = r."id") AS "contributorIds"
    FROM "Rebuttal" r JOIN "Article" a ON a."id" = r."articleId"
    WHERE r."id" = ${rebuttalId}::uuid AND a."deletedAt" IS NULL`;
  const member = await memberOf(userId, rebuttal?.workspaceId ?? nowhere);
  if (!rebuttal || !member || !may(member, "rebuttal.read")) return null;
  if (rebuttal.isCovered) return covered;
  const { articleId, workspaceId, status, contributorIds } = rebuttal;
  const access = may(member, "rebuttal.write", { status, contributorIds }) ? "write" : "read";
  return { document, workspaceId, articleId, member, access };
}

async function scopeAtDesk(userId: string, document: DocumentName, workspaceId: string): Promise<Scope | null> {
  const member = await memberOf(userId, workspaceId);
  if (!member || !may(member, "moderation.work")) return null;
  return { document, workspaceId, articleId: null, member, access: "read" };
}
