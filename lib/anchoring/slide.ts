/**
 * Settles where a pure insertion or deletion lies when it could lie in several places: "a b a b" that lost one "a b" may
 * have lost either. The place whose ends are also ends of sentences wins; among equals nobody can say, and that is kept.
 */
import { type Correspondence, join } from "./correspondence";
import type { Tokens } from "./tokens";

/** A stretch of one text that the other lacks, and how far it could be moved without changing either text. */
interface Gap {
  from: number;
  to: number;
  /** Tokens to the left and right. */
  left: number;
  right: number;
}

/** How well the ends of the gap, moved by `by`, agree with ends of sentences and paragraphs. */
function fitness({ ranks, count }: Tokens, gap: Gap, by: number): number {
  const rankAt = (token: number) => (token >= count ? 3 : (ranks[token] ?? 0));
  return Math.min(rankAt(gap.from + by), rankAt(gap.to + by));
}

/** How far a gap can move each way: as long as what it would leave is the word it would take in. */
function reach(
  ids: Int32Array,
  from: number,
  to: number,
  runsOn: (token: number) => boolean,
): { left: number; right: number } {
  let left = 0;
  while (runsOn(from - left - 1) && ids[from - left - 1] === ids[to - left - 1]) left += 1;
  let right = 0;
  while (runsOn(to + right) && ids[from + right] === ids[to + right]) right += 1;
  return { left, right };
}

/** The best move, and the range of moves that are as good. */
function choose(tokens: Tokens, gap: Gap): { by: number; first: number; last: number } {
  let [best, by, first, last] = [fitness(tokens, gap, 0), 0, 0, 0];
  for (let move = -gap.left; move <= gap.right; move++) {
    const fit = fitness(tokens, gap, move);
    if (fit > best) [best, by, first, last] = [fit, move, move, move];
    else if (fit === best) [first, last] = [Math.min(first, move), Math.max(last, move)];
  }
  return { by, first, last };
}

/** Marks the tokens of `a` that one of the equally good gaps holds and another doesn't. */
function markDoubt({ a, doubt }: Correspondence, from: number, to: number): void {
  doubt.fill(1, Math.max(0, from), Math.min(a.count, to));
}

/** Settles a deletion: tokens `from` to `to` of `a` are gone, and `b` goes on without a break. */
function slideDeletion(state: Correspondence, from: number, to: number): void {
  const { a, image } = state;
  const runsOn = (token: number) => {
    if (token < 0 || token >= a.count || image[token] === -1) return false;
    const [near, at] = token < from ? [from - 1, image[from - 1]] : [to, image[to]];
    return image[token] === (at ?? 0) + token - near;
  };
  const { by, first, last } = choose(a, { from, to, ...reach(a.ids, from, to, runsOn) });
  for (let step = 0; step < by; step++) join(state, from + step, image[to + step] ?? 0);
  for (let step = 0; step < -by; step++) join(state, to - 1 - step, image[from - 1 - step] ?? 0);
  markDoubt(state, from + first, from + last);
  markDoubt(state, to + first, to + last);
}

/** Settles an insertion: `b` has something between the images of the tokens of `a` before and at `at`. */
function slideInsertion(state: Correspondence, at: number): void {
  const { b, image, source } = state;
  const from = (image[at - 1] ?? -1) + 1;
  const to = image[at] ?? 0;
  const runsOn = (token: number) => {
    if (token < 0 || token >= b.count || source[token] === -1) return false;
    return source[token] === at + token - (token < from ? from : to);
  };
  const { by, first, last } = choose(b, { from, to, ...reach(b.ids, from, to, runsOn) });
  for (let step = 0; step < by; step++) join(state, at + step, from + step);
  for (let step = 0; step < -by; step++) join(state, at - 1 - step, to - 1 - step);
  markDoubt(state, at + first, at + last);
}

/** Settles all gaps. Linear, but for the tokens that gaps can slide over. */
export function settleGaps(state: Correspondence): void {
  const { a, b, image, source } = state;
  for (let token = 0; token <= a.count; ) {
    if (token < a.count && image[token] === -1) {
      const from = token;
      while (token < a.count && image[token] === -1) token += 1;
      const before = from === 0 ? -1 : (image[from - 1] ?? -1);
      const after = token === a.count ? b.count : (image[token] ?? -1);
      if (after === before + 1) slideDeletion(state, from, token);
      continue;
    }
    if (token > 0 && token < a.count) {
      const [before, after] = [image[token - 1] ?? -1, image[token] ?? -1];
      if (before !== -1 && after > before + 1 && source.subarray(before + 1, after).every((from) => from === -1)) {
        slideInsertion(state, token);
      }
    }
    token += 1;
  }
}
