/** Keeps where each highlight stood in each revision (database): what reports show, and what an undo puts back. */
import type { HeldLayer } from "@/lib/collab/layer-edit";
import type { Tx } from "@/lib/db/client";
import { isPlaced } from "@/lib/highlights/anchor-state";
import type { Outcome, Stand } from "./outcome";

/** Writes down where highlights stand that say which revision they count in: the article is about to leave it. */
export async function keepStands(tx: Tx, { articleId, highlights }: HeldLayer): Promise<void> {
  const rows = highlights
    .filter(({ anchorState }) => isPlaced(anchorState))
    .map(({ id, revisionId, start, end, exact, prefix, suffix, anchorState, confidence }) => ({
      id,
      revisionId,
      ...{ start, end, exact, prefix, suffix, anchorState, confidence },
    }));
  await tx.$executeRaw`
    INSERT INTO "HighlightAnchor" AS old
      ("revisionId", "highlightId", "state", "confidence", "margin", "start", "end", "exact", "prefix", "suffix")
    SELECT row."revisionId", row."id", row."anchorState", row."confidence", 1, row."start", row."end", row."exact",
           row."prefix", row."suffix"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row
      ("id" uuid, "revisionId" uuid, "start" int, "end" int, "exact" text, "prefix" text, "suffix" text,
       "anchorState" "AnchorState", "confidence" float8)
    JOIN "Highlight" highlight ON highlight."id" = row."id" AND highlight."articleId" = ${articleId}::uuid
    ON CONFLICT ("revisionId", "highlightId") DO UPDATE SET
      "state" = EXCLUDED."state", "confidence" = EXCLUDED."confidence", "start" = EXCLUDED."start",
      "end" = EXCLUDED."end", "exact" = EXCLUDED."exact", "prefix" = EXCLUDED."prefix", "suffix" = EXCLUDED."suffix"`;
}

/** Writes down what became of highlights when the article came to the revision. */
export async function keepOutcomes(tx: Tx, revisionId: string, outcomes: readonly Outcome[]): Promise<void> {
  const rows = outcomes.map(({ id, state, confidence, margin, passage, from }) => ({
    id,
    ...{ state, confidence, margin, fromRevisionId: from.revisionId },
    ...passage,
  }));
  await tx.$executeRaw`
    INSERT INTO "HighlightAnchor"
      ("revisionId", "highlightId", "state", "confidence", "margin", "start", "end", "exact", "prefix", "suffix",
       "fromRevisionId")
    SELECT ${revisionId}::uuid, row."id", row."state", row."confidence", row."margin", row."start", row."end",
           row."exact", row."prefix", row."suffix", row."fromRevisionId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row
      ("id" uuid, "state" "AnchorState", "confidence" float8, "margin" float8, "start" int, "end" int, "exact" text,
       "prefix" text, "suffix" text, "fromRevisionId" uuid)
    JOIN "Highlight" highlight ON highlight."id" = row."id"
    ON CONFLICT ("revisionId", "highlightId") DO UPDATE SET
      "state" = EXCLUDED."state", "confidence" = EXCLUDED."confidence", "margin" = EXCLUDED."margin",
      "start" = EXCLUDED."start", "end" = EXCLUDED."end", "exact" = EXCLUDED."exact", "prefix" = EXCLUDED."prefix",
      "suffix" = EXCLUDED."suffix", "fromRevisionId" = EXCLUDED."fromRevisionId", "settledAt" = NULL, "settledById" = NULL`;
}

/** A highlight's state in a revision, as it was kept. */
export interface KeptAnchor {
  highlightId: string;
  revisionId: string;
  state: Outcome["state"];
  confidence: number;
  /** Its passage there; null when it was ambiguous or orphaned. */
  stand: Stand | null;
  fromRevisionId: string | null;
}

/** All that was kept of the article's highlights, the newest revision first. */
export async function readKept(tx: Tx, articleId: string): Promise<KeptAnchor[]> {
  const rows = await tx.highlightAnchor.findMany({
    where: { revision: { articleId } },
    orderBy: { revision: { number: "desc" } },
  });
  return rows.map(
    ({ highlightId, revisionId, state, confidence, start, end, exact, prefix, suffix, fromRevisionId }) => {
      const isWhole = start !== null && end !== null && exact !== null && prefix !== null && suffix !== null;
      const stand = isWhole && isPlaced(state) ? { revisionId, start, end, exact, prefix, suffix } : null;
      return { highlightId, revisionId, state, confidence, stand, fromRevisionId };
    },
  );
}
