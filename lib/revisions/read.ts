/** Reads an article's revisions (database): their list, and one of them whole. */
import { z } from "zod";
import { blockSchema, metadataSchema } from "@/lib/article/schema";
import { db } from "@/lib/db/client";
import { notFound } from "@/lib/errors";
import { countsOf } from "./counts";
import type { ListedRevision, RevisionText, StateCounts } from "./schema";

const person = { select: { id: true, name: true } } as const;

/** The article's revisions, the newest first. */
export async function listRevisions(articleId: string): Promise<ListedRevision[]> {
  const [revisions, outcomes] = await Promise.all([
    db().revision.findMany({
      where: { articleId },
      orderBy: { number: "desc" },
      select: {
        id: true,
        number: true,
        createdAt: true,
        createdBy: person,
        sourceKind: true,
        basedOn: { select: { number: true } },
        currentOf: { select: { id: true } },
        undo: { select: { at: true, by: person } },
      },
    }),
    db().highlightAnchor.groupBy({
      by: ["revisionId", "state"],
      where: { revision: { articleId }, fromRevisionId: { not: null }, highlight: { deletedAt: null } },
      _count: true,
    }),
  ]);
  const byRevision = Map.groupBy(outcomes, ({ revisionId }) => revisionId);
  return revisions.map(({ id, number, createdAt, createdBy, sourceKind, basedOn, currentOf, undo }) => ({
    ...{ id, number, createdBy },
    createdAt: createdAt.toISOString(),
    source: sourceKind,
    basedOn: basedOn?.number ?? null,
    isCurrent: currentOf !== null,
    undone: undo && { at: undo.at.toISOString(), by: undo.by },
    outcome: countsOfGroups(byRevision.get(id)),
  }));
}

function countsOfGroups(groups: readonly { state: keyof StateCounts; _count: number }[] | undefined) {
  return groups ? countsOf(groups.map(({ state, _count }) => ({ state, count: _count }))) : null;
}

/**
 * One revision's text.
 * @param number null: the current one
 * @throws AppError `not-found`
 */
export async function readRevision(articleId: string, number: number | null): Promise<RevisionText> {
  const revision = await db().revision.findFirst({
    where: { articleId, ...(number === null ? { currentOf: { isNot: null } } : { number }) },
    select: { id: true, number: true, metadata: true, blocks: true, canonicalText: true },
  });
  if (!revision) throw notFound("revision");
  return {
    ...revision,
    metadata: metadataSchema.parse(revision.metadata),
    blocks: z.array(blockSchema).parse(revision.blocks),
  };
}
