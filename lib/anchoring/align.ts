/** Compares two short stretches word by word, weighing every way in which one can have become the other. */
import { type Correspondence, isSame, join, type Stretches } from "./correspondence";
import { likeness } from "./likeness";
import type { Vocabulary } from "./vocabulary";

/**
 * What an alignment gains and loses, in weights of words. Losses are small beside a kept word: they only choose between
 * alignments that keep as much, and prefer exchanging a word for a word to taking one out and putting one in.
 */
const gains = { kept: 2, misspelt: 1.6, neighbour: 0.4, exchanged: -0.05, exchangedUnlike: -0.3, gap: -0.1 };

/** Punctuation weighs less. */
const leastWordWeight = 0.2;

const steps = { both: 1, onlyA: 2, onlyB: 3 } as const;

/** The weights of a stretch's tokens. */
function weightsOf(ids: Int32Array, from: number, to: number, words: Vocabulary): Float64Array {
  return Float64Array.from(ids.subarray(from, to), (id) => words.weight(id));
}

/** Aligns the stretches by dynamic programming (Needleman and Wunsch 1970). Costs |a| × |b| time and bytes. */
export function align(state: Correspondence, { aFrom, aTo, bFrom, bTo }: Stretches): void {
  const columns = bTo - bFrom + 1;
  const rows = aTo - aFrom + 1;
  const { a, b, words } = state;
  const lefts = weightsOf(a.ids, aFrom, aTo, words);
  const rights = weightsOf(b.ids, bFrom, bTo, words);
  const taken = new Uint8Array(rows * columns);
  let above = new Float64Array(columns);
  let row = new Float64Array(columns);
  for (let column = 1; column < columns; column++) {
    above[column] = column * gains.gap;
    taken[column] = steps.onlyB;
  }
  for (let line = 1; line < rows; line++) {
    row[0] = line * gains.gap;
    taken[line * columns] = steps.onlyA;
    const i = aFrom + line - 1;
    const left = a.ids[i] ?? 0;
    const weight = lefts[line - 1] ?? 0;
    for (let column = 1; column < columns; column++) {
      const j = bFrom + column - 1;
      const other = rights[column - 1] ?? 0;
      let gain = weight < leastWordWeight === other < leastWordWeight ? gains.exchanged : gains.exchangedUnlike;
      if (left === b.ids[j]) {
        // Kept words gain more in company than scattered ones.
        const neighbours = Number(i > 0 && j > 0 && isSame(state, i - 1, j - 1)) + Number(isSame(state, i + 1, j + 1));
        gain = weight * (gains.kept + gains.neighbour * neighbours);
      } else if (weight === 1 && other === 1) {
        const alike = likeness(words, left, b.ids[j] ?? 0);
        if (alike > 0) gain = gains.misspelt * alike;
      }
      const both = (above[column - 1] ?? 0) + gain;
      const onlyA = (above[column] ?? 0) + gains.gap;
      const onlyB = (row[column - 1] ?? 0) + gains.gap;
      const best = Math.max(both, onlyA, onlyB);
      row[column] = best;
      taken[line * columns + column] = best === both ? steps.both : best === onlyA ? steps.onlyA : steps.onlyB;
    }
    [above, row] = [row, above];
  }
  for (let line = rows - 1, column = columns - 1; line > 0 || column > 0; ) {
    const step = taken[line * columns + column];
    if (step === steps.both) setBeside(state, aFrom + line - 1, bFrom + column - 1);
    if (step !== steps.onlyB) line -= 1;
    if (step !== steps.onlyA) column -= 1;
  }
}

function setBeside(state: Correspondence, i: number, j: number): void {
  const { a, b, words, replacement } = state;
  const [left, right] = [a.ids[i] ?? 0, b.ids[j] ?? 0];
  if (left === right || (words.weight(left) === 1 && likeness(words, left, right) > 0)) join(state, i, j);
  else replacement[i] = j;
}
