/** A person's word on a highlight that a revision left in doubt or without a place (database). */
import { describe } from "@/lib/anchoring";
import { editLayer } from "@/lib/collab/layer-edit";
import { db, type Tx } from "@/lib/db/client";
import { AppError, notFound } from "@/lib/errors";

export interface HighlightSubject {
  id: string;
  articleId: string;
  workspaceId: string;
  facts: { authorId: string | null };
}

/** Where the highlight belongs and whose it is; null when there is none. */
export async function locateHighlight(id: string): Promise<HighlightSubject | null> {
  const row = await db().highlight.findFirst({
    where: { id, deletedAt: null, article: { deletedAt: null } },
    select: { articleId: true, authorId: true, article: { select: { workspaceId: true } } },
  });
  return (
    row && { id, articleId: row.articleId, workspaceId: row.article.workspaceId, facts: { authorId: row.authorId } }
  );
}

interface Place {
  /** The revision that the range counts in; it must be the current one. */
  revisionId: string;
  /** UTF-16 code units; `end` is exclusive. */
  start: number;
  end: number;
}

/**
 * Puts the highlight on the passage.
 * @throws AppError `conflict` when the revision isn't current any more; `invalid-input` when the range is none of its text
 */
export async function placeHighlight(
  { id, articleId }: HighlightSubject,
  { revisionId, start, end }: Place,
  userId: string,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const isThere = await editLayer(tx, articleId, async ({ currentId, highlights }) => {
      if (currentId !== revisionId)
        throw new AppError(
          "conflict",
          "The article has a newer revision, so the highlight stays where it was. Load the page again and choose in the newer text.",
        );
      if (!highlights.some((highlight) => highlight.id === id)) throw notFound("highlight");
      const { canonicalText } = await tx.revision.findUniqueOrThrow({ where: { id: currentId } });
      if (end > canonicalText.length)
        throw new AppError("invalid-input", "That passage is not in the text. The highlight stays where it was.");
      await settle(tx, id, currentId, userId);
      const placement = {
        ...describe(canonicalText, start, end),
        revisionId,
        anchorState: "anchored",
        confidence: 1,
      } as const;
      return { placements: new Map([[id, placement]]) };
    });
    if (!isThere) throw notFound("highlight");
  });
}

/** Leaves the highlight without a place; its original passage stays to be read in its revision. */
export async function leaveHighlight({ id, articleId }: HighlightSubject, userId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const article = await tx.article.findUnique({ where: { id: articleId }, select: { currentRevisionId: true } });
    if (article?.currentRevisionId) await settle(tx, id, article.currentRevisionId, userId);
  });
}

async function settle(tx: Tx, highlightId: string, revisionId: string, userId: string): Promise<void> {
  await tx.highlightAnchor.updateMany({
    where: { highlightId, revisionId },
    data: { settledAt: new Date(), settledById: userId },
  });
}
