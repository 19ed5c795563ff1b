/** Weighs what a correspondence says about one passage: where its words stand, how many, and between what. */
import type { Correspondence } from "./correspondence";
import { likeness } from "./likeness";
import type { Stretch } from "./tokens";

export interface Evidence {
  /** Where the passage stands, in tokens of `b`. */
  found: Stretch;
  /** From 0 to 1: how much of the passage's words, by weight, stands there. */
  kept: number;
  /** From 0 to 1: how much of them stands elsewhere, since the passage was torn. */
  torn: number;
  /** From 0 to 1: `kept`, lessened by what was put in between (Dice's coefficient). */
  likeness: number;
  /** Whether the very same words stand there and nothing else. */
  isVerbatim: boolean;
  /** From 0 to 1: how much of the surroundings stands around it, near words counting most; null when none are known. */
  context: number | null;
  /** Whether the word before it, or the one after it, still stands next to it. */
  hasNeighbour: boolean;
}

/** What a token that is new in `b` costs a passage that it stands in, and one that belongs elsewhere, by its weight. */
const inCompanyCost = 0.001;
const foreignCost = 2;
/** At most so many words at a passage's edge can have been exchanged and still be told to belong to it. */
const longestExchange = 6;
/** Surroundings count half as much so many tokens away: a copy has the near ones too, and only the far ones tell. */
const halfDistance = 16;
/** A surrounding word that others were put before is still near within so many tokens; beyond, it counts less. */
const near = 8;
const farAway = 200;
const farShare = 0.4;

interface Kept {
  j: number;
  weight: number;
  /** Whether neither of its neighbours stands beside it in `b` too. */
  isAlone: boolean;
}

/** Punctuation weighs less. */
const leastWordWeight = 0.2;

interface Dense extends Stretch {
  weight: number;
}

/** The tokens of `b` that the passage's words are, in their order there. */
function keptTokens({ a, b, image, words }: Correspondence, passage: Stretch): Kept[] {
  const kept: Kept[] = [];
  let isSorted = true;
  for (let i = passage.from; i < passage.to; i++) {
    const j = image[i] ?? -1;
    if (j === -1) continue;
    if (j < (kept.at(-1)?.j ?? -1)) isSorted = false;
    const [left, right] = [a.ids[i] ?? 0, b.ids[j] ?? 0];
    const isAlone = (i === 0 || image[i - 1] !== j - 1) && image[i + 1] !== j + 1;
    kept.push({ j, weight: words.weight(left) * likeness(words, left, right), isAlone });
  }
  return isSorted ? kept : kept.sort((left, right) => left.j - right.j);
}

/**
 * How much the words between two of the passage's words speak against their being one passage: what is new there little,
 * since a sentence put in doesn't tear a passage; what belongs elsewhere much.
 */
function costBetween({ b, source, words }: Correspondence, from: number, to: number, insertionCost: number): number {
  let cost = 0;
  for (let j = from; j < to; j++) cost += source[j] === -1 ? insertionCost : foreignCost * words.weight(b.ids[j] ?? 0);
  return cost;
}

/** The stretch of `b` that holds the most of the kept words with the least between them: a maximal sum. */
function densest(state: Correspondence, kept: readonly Kept[], aloneCost: number): Dense | null {
  let best: (Dense & { sum: number }) | null = null;
  let run = { from: 0, weight: 0, sum: 0 };
  let last = -1;
  let wasAlone = false;
  for (const { j, weight, isAlone } of kept) {
    const insertionCost = isAlone || wasAlone ? aloneCost : inCompanyCost;
    const cost = last === -1 ? 0 : costBetween(state, last + 1, j, insertionCost);
    if (last === -1 || run.sum - cost <= 0) run = { from: j, weight: 0, sum: 0 };
    else run.sum -= cost;
    run.sum += weight;
    run.weight += weight;
    if (best === null || run.sum > best.sum) best = { from: run.from, to: j + 1, weight: run.weight, sum: run.sum };
    last = j;
    wasAlone = isAlone;
  }
  return best;
}

/** Widens `found` over what replaced the passage's first or last words, when all between two kept words was replaced. */
function withExchangedEdges({ a, b, image, source }: Correspondence, passage: Stretch, found: Stretch): Stretch {
  // A mark that was kept between them but counted for too little stands there all the same.
  const isLost = (from: number, to: number, first: number, last: number) =>
    to > from &&
    to - from <= longestExchange &&
    image.subarray(from, to).every((j) => j === -1 || (j >= first && j < last));
  const fits = (count: number, lost: number) => count <= 2 * lost + 2;
  let { from, to } = found;
  const first = source[from] ?? 0;
  const before = passage.from === 0 ? -1 : (image[passage.from - 1] ?? -1);
  if (isLost(passage.from, first, before + 1, from)) {
    const outside = before;
    const isKnown = outside !== -1 || (passage.from === 0 && a.starts[0] === 0);
    if (isKnown && outside < from && fits(from - outside - 1, first - passage.from)) from = outside + 1;
  }
  const last = source[to - 1] ?? 0;
  const after = passage.to === a.count ? b.count : (image[passage.to] ?? -1);
  if (isLost(last + 1, passage.to, to, after)) {
    const outside = after;
    if (passage.to < a.count && outside >= to && fits(outside - to, passage.to - last - 1)) to = outside;
  }
  return { from, to };
}

const opensQuote = /["'([{<¿¡-]/;

/** Leaves off a full stop or the like that opens the stretch because the word it closed is gone: it closes another now. */
function withoutStrayMark(state: Correspondence, passage: Stretch, { from, to }: Stretch): Stretch {
  const { b, words, image, source, replacement } = state;
  let first = from;
  for (; first < to - 1; first++) {
    const id = b.ids[first] ?? 0;
    const i = source[first] ?? -1;
    const isClosing = words.weight(id) < leastWordWeight && !opensQuote.test(words.word(id));
    const wasReplaced = replacement[i - 1] === first - 1 && isBeside(image[passage.from - 1], from - 1);
    const isOwn = i === passage.from || (i > passage.from && (image[i - 1] !== -1 || wasReplaced));
    if (!isClosing || isOwn) break;
  }
  return { from: first, to };
}

/** How much of one side's surroundings stands beside `found`; null when there are none. `side` is -1 before, 1 after. */
function sideAgreement(state: Correspondence, passage: Stretch, found: Stretch, side: -1 | 1, reach: number) {
  const { a, image, words } = state;
  let [whole, agreeing] = [0, 0];
  for (let distance = 1; distance <= reach; distance++) {
    const i = side === -1 ? passage.from - distance : passage.to + distance - 1;
    if (i < 0 || i >= a.count) break;
    const weight = words.weight(a.ids[i] ?? 0) / (1 + distance / halfDistance);
    whole += weight;
    const j = image[i] ?? -1;
    const away = side === -1 ? found.from - j : j - found.to + 1;
    if (j === -1 || away <= 0) continue;
    if (away <= distance + near) agreeing += weight;
    else if (away <= distance + farAway) agreeing += weight * farShare;
  }
  return whole === 0 ? null : agreeing / whole;
}

/** The mean of what is known. */
function mean(sides: (number | null)[]): number | null {
  const known = sides.filter((side) => side !== null);
  return known.length === 0 ? null : known.reduce((sum, side) => sum + side, 0) / known.length;
}

/** The words of a stretch of `b`, by weight. */
function weightOf({ b, words }: Correspondence, { from, to }: Stretch): number {
  let weight = 0;
  for (let j = from; j < to; j++) weight += words.weight(b.ids[j] ?? 0);
  return weight;
}

function isVerbatimAt({ a, b }: Correspondence, passage: Stretch, found: Stretch): boolean {
  if (found.to - found.from !== passage.to - passage.from) return false;
  for (let step = 0; step < found.to - found.from; step++) {
    if (a.ids[passage.from + step] !== b.ids[found.from + step]) return false;
  }
  return true;
}

/** Whether the image of a passage's neighbour is where it would be, or a word or two from there. */
function isBeside(image: number | undefined, place: number): boolean {
  return image !== undefined && image !== -1 && Math.abs(image - place) <= 2;
}

/**
 * What is known of the passage in `b`; null when none of its words are there.
 *
 * @param reach how many tokens on each side are its surroundings
 * @param aloneCost what a new token costs (in weights of words) beside a word that stands without its neighbours, and so
 *   may be another one that is spelt alike
 */
export function weigh(state: Correspondence, passage: Stretch, reach: number, aloneCost: number): Evidence | null {
  const { a, image, words } = state;
  const all = keptTokens(state, passage);
  const dense = densest(state, all, aloneCost);
  if (dense === null) return null;
  const found = withoutStrayMark(state, passage, withExchangedEdges(state, passage, dense));
  let whole = 0;
  for (let i = passage.from; i < passage.to; i++) whole += words.weight(a.ids[i] ?? 0);
  return {
    found,
    kept: dense.weight / whole,
    torn: (all.reduce((sum, { weight }) => sum + weight, 0) - dense.weight) / whole,
    likeness: (2 * dense.weight) / (whole + weightOf(state, found)),
    isVerbatim: isVerbatimAt(state, passage, found),
    hasNeighbour: isBeside(image[passage.from - 1], found.from - 1) || isBeside(image[passage.to], found.to),
    context: mean([sideAgreement(state, passage, found, -1, reach), sideAgreement(state, passage, found, 1, reach)]),
  };
}

/** How much of the surroundings stands together although the passage between them is gone: from 0 to 1. */
export function surroundingsLeft({ a, image, words }: Correspondence, passage: Stretch, reach: number): number {
  let [whole, left] = [0, 0];
  for (let distance = 1; distance <= reach; distance++) {
    for (const i of [passage.from - distance, passage.to + distance - 1]) {
      if (i < 0 || i >= a.count) continue;
      const weight = words.weight(a.ids[i] ?? 0) / (1 + distance / halfDistance);
      whole += weight;
      if (image[i] !== -1) left += weight;
    }
  }
  return whole === 0 ? 0 : left / whole;
}
