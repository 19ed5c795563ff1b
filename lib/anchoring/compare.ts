/** Compares two texts, or two stretches of them, word by word: what stayed, what was changed, what moved, what is gone. */
import { dropAccidents } from "./accidents";
import { type Correspondence, unknown } from "./correspondence";
import { compareInOrder } from "./in-order";
import { compareMoved } from "./moved";
import { settleGaps } from "./slide";
import type { Tokens } from "./tokens";
import type { Vocabulary } from "./vocabulary";

/**
 * The correspondence of the tokens of `a` to those of `b`, numbered alike by `words`. Near linear in both.
 *
 * @param beginTogether true for two whole texts; false when `a` stands somewhere inside `b`
 */
export function compare(a: Tokens, b: Tokens, words: Vocabulary, beginTogether: boolean): Correspondence {
  const state = unknown(a, b, words);
  compareInOrder(state, { aFrom: 0, aTo: a.count, bFrom: 0, bTo: b.count }, beginTogether);
  settleGaps(state);
  // A pattern's sentences are fragments, mostly.
  if (beginTogether) dropAccidents(state);
  compareMoved(state);
  return state;
}
