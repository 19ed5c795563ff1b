/** Says what would become of an article's highlights in another text, without changing anything (database). */
import { db } from "@/lib/db/client";
import { readKept } from "./anchor-rows";
import { textsOf } from "./move-layer";
import { outcomesIn } from "./outcome";
import type { ForecastItem } from "./schema";

/** In the order of the passages that were looked for. */
export async function forecast(articleId: string, text: string): Promise<ForecastItem[]> {
  const [highlights, rows] = await Promise.all([
    db().highlight.findMany({ where: { articleId, deletedAt: null } }),
    readKept(db(), articleId),
  ]);
  const kept = Map.groupBy(rows, ({ highlightId }) => highlightId);
  const travellers = highlights.map(({ id, revisionId, start, end, exact, prefix, suffix }) => {
    const earlier = (kept.get(id) ?? []).flatMap(({ stand }) =>
      stand && stand.revisionId !== revisionId ? [stand] : [],
    );
    return { id, stands: [{ revisionId, start, end, exact, prefix, suffix }, ...earlier] };
  });
  const texts = await textsOf(
    db(),
    travellers.flatMap(({ stands }) => stands.map(({ revisionId }) => revisionId)),
  );
  const labels = new Map(highlights.map(({ id, label }) => [id, label]));
  return outcomesIn(text, travellers, (id) => texts.get(id) ?? "")
    .sort((a, b) => a.from.start - b.from.start)
    .map(({ id, state, passage, from: { revisionId: _, ...before } }) => ({
      highlightId: id,
      label: labels.get(id) ?? "note",
      state,
      before,
      after: passage,
    }));
}
