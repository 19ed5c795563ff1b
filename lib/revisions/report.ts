/** Reads what became of each highlight when a revision came, and how it stands now (database). */
import { db } from "@/lib/db/client";
import { isPlaced } from "@/lib/highlights/anchor-state";
import { candidatesIn } from "./candidates";
import { readRevision } from "./read";
import type { ReportedPassage, ReportItem } from "./schema";

/** Those in doubt first, then the orphaned, then the moved. */
const inOrder = ["ambiguous", "orphaned", "moved", "anchored"] as const;

/**
 * The report of one revision.
 * @throws AppError `not-found`
 */
export async function readReport(articleId: string, number: number): Promise<ReportItem[]> {
  const revision = await readRevision(articleId, number);
  const rows = await db().highlightAnchor.findMany({
    where: { revisionId: revision.id, fromRevisionId: { not: null }, highlight: { deletedAt: null } },
    include: {
      fromRevision: { select: { number: true } },
      highlight: { include: { author: { select: { id: true, name: true } }, anchors: true } },
    },
  });
  const items = rows.flatMap((row): ReportItem[] => {
    const { highlight, fromRevision, fromRevisionId, state, confidence, margin, settledAt } = row;
    const before =
      passageOf(highlight.anchors.find(({ revisionId }) => revisionId === fromRevisionId)) ?? passageOf(highlight);
    if (!before || !fromRevision) return [];
    const after = passageOf(row);
    const hasPlace = isPlaced(highlight.anchorState);
    return [
      {
        highlightId: highlight.id,
        label: highlight.label,
        author: highlight.author,
        noteText: highlight.noteText,
        ...{ state, confidence, margin, before, after },
        beforeIn: fromRevision.number,
        candidates: after && !hasPlace ? candidatesIn(revision.canonicalText, before.exact, after) : [],
        now: { state: highlight.anchorState, exact: hasPlace ? highlight.exact : null },
        settledAt: settledAt?.toISOString() ?? null,
      },
    ];
  });
  return items.sort((a, b) => inOrder.indexOf(a.state) - inOrder.indexOf(b.state) || a.before.start - b.before.start);
}

type Nullable = { [K in keyof ReportedPassage]: ReportedPassage[K] | null };

function passageOf(row: Nullable | undefined): ReportedPassage | null {
  if (!row) return null;
  const { start, end, exact, prefix, suffix } = row;
  if (start === null || end === null || exact === null || prefix === null || suffix === null) return null;
  return { start, end, exact, prefix, suffix };
}
