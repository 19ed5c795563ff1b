/** Tells a sentence that was edited from one that was replaced and shares a few common words with what replaced it. */
import { type Correspondence, part } from "./correspondence";
import { rank, type Stretch } from "./tokens";

/** A sentence that kept less of its weight than this is another sentence: in a whole text, where the rest is known … */
const leastShare = 0.3;
/** … and in a pattern, which is compared with much that it has nothing to do with. */
const leastShareOfPattern = 0.45;
/** Runs of so many tokens are no accident, whatever became of the rest. */
const longRun = 4;

/**
 * Parts the words that a sentence of `a` kept by accident: most of it is gone, and what is left lies scattered.
 *
 * @param passage when `a` is a pattern, the passage in it, which its surroundings' sentences end at
 */
export function dropAccidents(state: Correspondence, passage: Stretch | null): void {
  const { a, image, words } = state;
  const least = passage === null ? leastShare : leastShareOfPattern;
  const isCut = (token: number) => token === passage?.from || token === passage?.to;
  for (let from = 0; from < a.count; ) {
    let to = from + 1;
    while (to < a.count && (a.ranks[to] ?? 0) < rank.sentence && !isCut(to)) to += 1;
    let [whole, kept] = [0, 0];
    for (let token = from; token < to; token++) {
      const weight = words.weight(a.ids[token] ?? 0);
      whole += weight;
      if (image[token] !== -1) kept += weight;
    }
    if (kept > 0 && kept < whole * least) dropShortRuns(state, from, to);
    from = to;
  }
}

function dropShortRuns(state: Correspondence, from: number, to: number): void {
  const { image } = state;
  for (let start = from; start < to; ) {
    let end = start + 1;
    while (end < to && image[start] !== -1 && (image[end] ?? -1) === (image[end - 1] ?? -1) + 1) end += 1;
    if (end - start < longRun) for (let token = start; token < end; token++) part(state, token);
    start = end;
  }
}
