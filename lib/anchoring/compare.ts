/** Compares two texts, or two stretches of them, word by word: what stayed, what was changed, what moved, what is gone. */
import { dropAccidents } from "./accidents";
import { type Correspondence, unknown } from "./correspondence";
import { compareInOrder } from "./in-order";
import { compareMoved } from "./moved";
import { settleGaps } from "./slide";
import type { Stretch, Tokens } from "./tokens";
import type { Vocabulary } from "./vocabulary";

/**
 * The correspondence of the tokens of `a` to those of `b`, numbered alike by `words`. Near linear in both.
 *
 * @param passage null for two whole texts; when `a` is a pattern that stands somewhere inside `b`, the passage in it
 */
export function compare(a: Tokens, b: Tokens, words: Vocabulary, passage: Stretch | null): Correspondence {
  const state = unknown(a, b, words);
  compareInOrder(state, { aFrom: 0, aTo: a.count, bFrom: 0, bTo: b.count }, passage === null);
  settleGaps(state);
  dropAccidents(state, passage);
  compareMoved(state);
  return state;
}
