/** Finds where what is moderated, an item, a decision or an appeal belongs, so that access can be asked (database). */
import { db } from "@/lib/db/client";
import { noteWritersOf } from "@/lib/highlights/note-writers";
import { writersOf } from "@/lib/rebuttal/log";

/** The workspace of the highlight, and who wrote its note; null when the article has no such highlight any more. */
export async function locateNote(highlightId: string) {
  const highlight = await db().highlight.findFirst({
    where: { id: highlightId, deletedAt: null, article: { deletedAt: null } },
    select: { article: { select: { workspaceId: true } } },
  });
  if (!highlight) return null;
  return { workspaceId: highlight.article.workspaceId, facts: { authorIds: await noteWritersOf(highlightId) } };
}

/** The workspace of the rebuttal, and who wrote it; null when there is no such rebuttal any more. */
export async function locateRebuttalText(rebuttalId: string) {
  const rebuttal = await db().rebuttal.findFirst({
    where: { id: rebuttalId, article: { deletedAt: null } },
    select: { article: { select: { workspaceId: true } } },
  });
  if (!rebuttal) return null;
  return { workspaceId: rebuttal.article.workspaceId, facts: { authorIds: await writersOf(rebuttalId) } };
}

export function locateReview(reviewId: string): Promise<{ workspaceId: string } | null> {
  return db().reviewItem.findUnique({ where: { id: reviewId }, select: { workspaceId: true } });
}

export function locateDecision(decisionId: string): Promise<{ workspaceId: string } | null> {
  return db().decision.findUnique({ where: { id: decisionId }, select: { workspaceId: true } });
}

export async function locateAppeal(appealId: string): Promise<{ workspaceId: string } | null> {
  const appeal = await db().appeal.findUnique({
    where: { id: appealId },
    select: { decision: { select: { workspaceId: true } } },
  });
  return appeal?.decision ?? null;
}
