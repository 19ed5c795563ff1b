/** Weighs what a correspondence says about one passage: where its words stand, how many, and between what. */
import type { Correspondence } from "./correspondence";
import { likeness } from "./likeness";
import type { Stretch } from "./tokens";

export interface Evidence {
  /** Where the passage stands, in tokens of `b`. */
  found: Stretch;
  /** From 0 to 1: how much of the passage's words, by weight, stands there. */
  kept: number;
  /** From 0 to 1: the same, lessened by what was put in between (Dice's coefficient). */
  likeness: number;
  /** Whether the very same words stand there and nothing else. */
  isVerbatim: boolean;
  /** From 0 to 1: how much of the surroundings stands around it, near words counting most; null when none are known. */
  context: number | null;
}

/** Each token put in between costs a passage this much weight: a sentence put in doesn't tear it, a chapter does. */
const foreignCost = 0.06;
/** At most so many words at a passage's edge can have been exchanged and still be told to belong to it. */
const longestExchange = 6;
/** Surroundings count half as much every so many tokens away. */
const halfDistance = 4;
/** A surrounding word that others were put before is still near within so many tokens; beyond, it counts less. */
const near = 8;
const farAway = 200;
const farShare = 0.6;

interface Kept {
  j: number;
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
    kept.push({ j, weight: words.weight(left) * likeness(words, left, right) });
  }
  return isSorted ? kept : kept.sort((left, right) => left.j - right.j);
}

/** The stretch of `b` that holds the most of the kept words with the least between them: a maximal sum. */
function densest(kept: readonly Kept[]): { from: number; to: number; weight: number } | null {
  let best: { from: number; to: number; weight: number; sum: number } | null = null;
  let run = { from: 0, weight: 0, sum: 0 };
  let last = -1;
  for (const { j, weight } of kept) {
    const cost = (j - last - 1) * foreignCost;
    if (last === -1 || run.sum - cost <= 0) run = { from: j, weight: 0, sum: 0 };
    else run.sum -= cost;
    run.sum += weight;
    run.weight += weight;
    if (best === null || run.sum > best.sum) best = { from: run.from, to: j + 1, weight: run.weight, sum: run.sum };
    last = j;
  }
  return best;
}

/** Widens `found` over what replaced the passage's first or last words. */
function withExchangedEdges(state: Correspondence, passage: Stretch, found: Stretch): Stretch {
  const { a, b, image, source, replacement } = state;
  let { from, to } = found;
  const first = source[from] ?? 0;
  const lost = first - passage.from;
  if (lost > 0 && lost <= longestExchange && image.subarray(passage.from, first).every((j) => j === -1)) {
    const outside = passage.from === 0 ? -1 : (image[passage.from - 1] ?? -1);
    const isBetween = (passage.from === 0 ? a.starts[0] === 0 : outside !== -1) && outside < from;
    if (isBetween && from - outside - 1 <= 2 * lost + 2) from = outside + 1;
    else for (let i = first - 1; i >= passage.from && replacement[i] === from - 1; i--) from -= 1;
  }
  const last = source[found.to - 1] ?? 0;
  const lostAfter = passage.to - 1 - last;
  if (lostAfter > 0 && lostAfter <= longestExchange && image.subarray(last + 1, passage.to).every((j) => j === -1)) {
    const outside = passage.to === a.count ? b.count : (image[passage.to] ?? -1);
    const isBetween = passage.to < a.count && outside >= to;
    if (isBetween && outside - to <= 2 * lostAfter + 2) to = outside;
    else for (let i = last + 1; i < passage.to && replacement[i] === to; i++) to += 1;
  }
  return { from, to };
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

/**
 * What is known of the passage in `b`; null when none of its words are there.
 *
 * @param reach how many tokens on each side are its surroundings
 */
export function weigh(state: Correspondence, passage: Stretch, reach: number): Evidence | null {
  const { a, words } = state;
  const dense = densest(keptTokens(state, passage));
  if (dense === null) return null;
  const found = withExchangedEdges(state, passage, dense);
  let whole = 0;
  for (let i = passage.from; i < passage.to; i++) whole += words.weight(a.ids[i] ?? 0);
  return {
    found,
    kept: dense.weight / whole,
    likeness: (2 * dense.weight) / (whole + weightOf(state, found)),
    isVerbatim: isVerbatimAt(state, passage, found),
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
