/** Finds a place for highlights that somebody put on an earlier revision while they had no newer one before them (database). */
import { isAstray } from "@/lib/collab/layer";
import { editLayer, type FullPlacement, type HeldLayer, type LayerEdit } from "@/lib/collab/layer-edit";
import { db, type Tx } from "@/lib/db/client";
import { isPlaced } from "@/lib/highlights/anchor-state";
import { keepOutcomes } from "./anchor-rows";
import { firstIdOf, placementOf, standOf, textsOf, withRevision } from "./move-layer";
import { outcomesIn } from "./outcome";

/** Places them in the current revision, or leaves them in doubt or orphaned there. Doing it twice changes nothing. */
export async function placeAstray(articleId: string): Promise<void> {
  await db().$transaction((tx) => editLayer(tx, articleId, (layer) => planFor(tx, layer)), { timeout: 30_000 });
}

async function planFor(tx: Tx, { articleId, currentId, highlights }: HeldLayer): Promise<LayerEdit> {
  const firstId = await firstIdOf(tx, articleId);
  const astray = withRevision(highlights, firstId).filter((highlight) => isAstray(highlight, currentId, firstId));
  const placements = new Map<string, FullPlacement>();
  const travellers = [];
  for (const highlight of astray) {
    const { id, anchorState } = highlight;
    const stand = standOf(highlight);
    // It says that it has no place, and stands on one: an undo brought it back to a revision that is current again.
    if (!isPlaced(anchorState)) placements.set(id, { ...stand, anchorState: "anchored", confidence: 1 });
    else travellers.push({ id, stands: [stand] });
  }
  if (travellers.length > 0) {
    const texts = await textsOf(tx, [
      currentId,
      ...travellers.flatMap(({ stands }) => stands.map((stand) => stand.revisionId)),
    ]);
    const outcomes = outcomesIn(texts.get(currentId) ?? "", travellers, (id) => texts.get(id) ?? "");
    await keepOutcomes(tx, currentId, outcomes);
    for (const outcome of outcomes) placements.set(outcome.id, placementOf(outcome, currentId));
  }
  return { placements };
}
