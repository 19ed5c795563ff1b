/** Moves an article's layer from one revision to another (database), within the transaction that makes the other current. */

import type { StoredHighlight } from "@/lib/collab/layer";
import type { FullPlacement, HeldLayer, LayerEdit } from "@/lib/collab/layer-edit";
import type { Tx } from "@/lib/db/client";
import { isPlaced } from "@/lib/highlights/anchor-state";
import { type KeptAnchor, keepOutcomes, keepStands, readKept } from "./anchor-rows";
import { type Outcome, outcomesIn, type Stand } from "./outcome";

interface Target {
  id: string;
  canonicalText: string;
}

/**
 * Where every highlight goes in the target. Where it stands now is kept first. One that stood in the target before is put
 * back as it was; any other is looked for.
 */
export async function moveLayer(tx: Tx, layer: HeldLayer, target: Target): Promise<LayerEdit> {
  const { articleId } = layer;
  const highlights = withRevision(layer.highlights, await firstIdOf(tx, articleId));
  await keepStands(tx, { ...layer, highlights });
  const kept = Map.groupBy(await readKept(tx, articleId), ({ highlightId }) => highlightId);
  const placements = new Map<string, FullPlacement>();
  const travellers = [];
  for (const highlight of highlights) {
    const { id } = highlight;
    const back = placedBack(kept.get(id) ?? [], target.id);
    if (back) placements.set(id, back);
    else travellers.push({ id, stands: [standOf(highlight), ...earlierStands(kept.get(id) ?? [], highlight)] });
  }
  const texts = await textsOf(
    tx,
    travellers.flatMap(({ stands }) => stands.map(({ revisionId }) => revisionId)),
  );
  const outcomes = outcomesIn(target.canonicalText, travellers, (id) => texts.get(id) ?? "");
  await keepOutcomes(tx, target.id, outcomes);
  for (const outcome of outcomes) placements.set(outcome.id, placementOf(outcome, target.id));
  return { placements, currentId: target.id };
}

/** How the outcome stands in the layer: on its new passage, or still on the old one until somebody chooses. */
export function placementOf({ state, confidence, passage, from }: Outcome, revisionId: string): FullPlacement {
  return isPlaced(state) && passage
    ? { ...passage, revisionId, anchorState: state, confidence }
    : { ...from, anchorState: state, confidence };
}

/** A highlight that says which revision it counts in. */
type Located = StoredHighlight & { revisionId: string };

/** The passage that the layer says. */
export function standOf({ revisionId, start, end, exact, prefix, suffix }: Located): Stand {
  return { revisionId, start, end, exact, prefix, suffix };
}

/** The highlights with the revision that each counts in, said. */
export function withRevision(highlights: readonly StoredHighlight[], firstId: string): Located[] {
  return highlights.map((highlight) => ({ ...highlight, revisionId: highlight.revisionId ?? firstId }));
}

export async function firstIdOf(tx: Tx, articleId: string): Promise<string> {
  const { id } = await tx.revision.findFirstOrThrow({
    where: { articleId },
    orderBy: { number: "asc" },
    select: { id: true },
  });
  return id;
}

/** The canonical texts of the revisions. */
export async function textsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const revisions = await tx.revision.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, canonicalText: true },
  });
  return new Map(revisions.map(({ id, canonicalText }) => [id, canonicalText]));
}

/** Where else it stood, the newest revision first. */
function earlierStands(kept: readonly KeptAnchor[], { revisionId }: Located): Stand[] {
  return kept.flatMap(({ stand }) => (stand && stand.revisionId !== revisionId ? [stand] : []));
}

/** Where the highlight was when the article left the target; null when it was never there. */
function placedBack(kept: readonly KeptAnchor[], targetId: string): FullPlacement | null {
  const there = kept.find(({ revisionId }) => revisionId === targetId);
  if (!there) return null;
  const { state: anchorState, confidence } = there;
  const stand = there.stand ?? kept.find(({ revisionId }) => revisionId === there.fromRevisionId)?.stand;
  return stand ? { ...stand, anchorState, confidence } : null;
}
