/** Finds where an item, a decision or an appeal belongs, so that access can be asked (database). */
import { db } from "@/lib/db/client";

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
