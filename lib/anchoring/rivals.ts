/** Looks for other places where a passage's very words stand: what the place that was found has to be better than. */
import type { TextIndex } from "./text-index";
import type { Stretch, Tokens } from "./tokens";

/** Only so many places are looked at; more often than that, a word stands in any surroundings. */
const mostPlaces = 64;
/** How many tokens on one side are equal without a break, as a share of those compared. */
function equalShare(a: Tokens, i: number, b: Tokens, j: number, step: -1 | 1, reach: number): number {
  let [equal, compared] = [0, 0];
  for (let isEqual = true; compared < reach; compared++) {
    const at = i + compared * step;
    if (at < 0 || at >= a.count) break;
    isEqual &&= a.ids[at] === b.ids[j + compared * step];
    if (isEqual) equal += 1;
  }
  return compared === 0 ? 0 : equal / compared;
}

/** Another place where the passage stands word for word. */
export interface Rival {
  /** The token it starts at. */
  at: number;
  /** From 0 to 1: the agreement of the surroundings. */
  context: number;
}

/**
 * The best place other than `found`; null when there is none.
 *
 * @param reach how many tokens on each side are compared
 */
export function bestRival(
  { tokens: b, places }: TextIndex,
  a: Tokens,
  passage: Stretch,
  found: Stretch,
  reach: number,
): Rival | null {
  let rarest = passage.from;
  let among = places(a.ids[rarest] ?? 0);
  for (let i = passage.from + 1; i < passage.to && among.length > 1; i++) {
    const others = places(a.ids[i] ?? 0);
    if (others.length < among.length) [rarest, among] = [i, others];
  }
  let best: Rival | null = null;
  for (const place of among.subarray(0, mostPlaces)) {
    const from = place - (rarest - passage.from);
    const to = from + passage.to - passage.from;
    if (from < 0 || to > b.count || (from < found.to && to > found.from)) continue;
    let step = 0;
    while (passage.from + step < passage.to && a.ids[passage.from + step] === b.ids[from + step]) step += 1;
    if (passage.from + step < passage.to) continue;
    const before = equalShare(a, passage.from - 1, b, from - 1, -1, reach);
    const after = equalShare(a, passage.to, b, to, 1, reach);
    const context = (before + after) / 2;
    if (best === null || context > best.context) best = { at: from, context };
  }
  return best;
}
