/** Compares two stretches in the order of their words: fixed points first, then ever finer between them. */
import { align } from "./align";
import { longestChain } from "./chain";
import { type Correspondence, isSame, join, type Stretches } from "./correspondence";
import { uniqueRuns } from "./shingles";

/** Lengths of runs (tokens) tried as fixed points. Long ones first: a long run that stands once is hardly an accident. */
const runSizes = [8, 4, 2, 1];
/** Stretches with fewer pairs of words are compared pair by pair at once; with more than `mostPairs`, never. */
const fewPairs = 4096;
/** A pattern is compared so with its place while it can be: runs may stand once in its place and still be a copy's. */
const fewPairsOfPattern = 150_000;
const mostPairs = 250_000;

const sizeOf = ({ aFrom, aTo, bFrom, bTo }: Stretches) => (aTo - aFrom) * (bTo - bFrom);

/** Joins what both stretches begin and end with; what remains between. */
function trim(state: Correspondence, { aFrom, aTo, bFrom, bTo }: Stretches): Stretches {
  const rest = { aFrom, aTo, bFrom, bTo };
  while (rest.aFrom < rest.aTo && rest.bFrom < rest.bTo && isSame(state, rest.aFrom, rest.bFrom)) {
    join(state, rest.aFrom++, rest.bFrom++);
  }
  while (rest.aFrom < rest.aTo && rest.bFrom < rest.bTo && isSame(state, rest.aTo - 1, rest.bTo - 1)) {
    join(state, --rest.aTo, --rest.bTo);
  }
  return rest;
}

/** The stretches between the fixed points of the given size; null when there are none. */
function split(state: Correspondence, within: Stretches, size: number): Stretches[] | null {
  const pairs = uniqueRuns(state, within, size);
  const chain = longestChain(pairs);
  if (chain.length === 0) return null;
  const between: Stretches[] = [];
  let { aFrom, bFrom } = within;
  for (const index of chain) {
    const i = pairs.a[index] ?? 0;
    const j = pairs.b[index] ?? 0;
    // Runs that overlap the last one say nothing new, or contradict it by a word or two.
    if (i < aFrom || j < bFrom) continue;
    if (i > aFrom || j > bFrom) between.push({ aFrom, aTo: i, bFrom, bTo: j });
    for (let step = 0; step < size; step++) join(state, i + step, j + step);
    aFrom = i + size;
    bFrom = j + size;
  }
  between.push({ aFrom, aTo: within.aTo, bFrom, bTo: within.bTo });
  return between;
}

/**
 * Fills in the correspondence of two stretches whose tokens have none so far. Near linear in their length.
 *
 * @param beginTogether whether the stretches begin and end at the same places, so that equal words there are the same
 */
export function compareInOrder(state: Correspondence, whole: Stretches, beginTogether: boolean): void {
  const open: { within: Stretches; level: number }[] = [{ within: whole, level: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const rest = beginTogether || next.within !== whole ? trim(state, next.within) : whole;
    const size = sizeOf(rest);
    if (size === 0) continue;
    const few = beginTogether ? fewPairs : fewPairsOfPattern;
    let parts: Stretches[] | null = null;
    let { level } = next;
    while (size > few && parts === null && level < runSizes.length) {
      parts = split(state, rest, runSizes[level] ?? 1);
      if (parts === null) level += 1;
    }
    // What stands once in a smaller stretch may be more, so the same size is tried again in each part.
    if (parts !== null) open.push(...parts.map((within) => ({ within, level })));
    else if (size <= mostPairs) align(state, rest);
  }
}
