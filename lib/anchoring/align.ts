/** Compares two short stretches word by word, weighing every way in which one can have become the other. */
import { type Correspondence, isSame, join, type Stretches } from "./correspondence";
import { likeness } from "./likeness";

/**
 * What an alignment gains and loses, in weights of words. Losses are small beside a kept word: they only choose between
 * alignments that keep as much, and prefer exchanging a word for a word to taking one out and putting one in.
 */
const gains = { kept: 2, misspelt: 1.6, neighbour: 0.4, exchanged: -0.05, exchangedUnlike: -0.3, gap: -0.1 };

const steps = { both: 1, onlyA: 2, onlyB: 3 } as const;

/** What it gains to set token `i` beside token `j`. Kept words gain more in company than scattered ones. */
function gainOf(state: Correspondence, i: number, j: number): number {
  const { a, b, words } = state;
  const left = a.ids[i] ?? 0;
  const right = b.ids[j] ?? 0;
  const weight = words.weight(left);
  if (left === right) {
    const neighbours = Number(i > 0 && j > 0 && isSame(state, i - 1, j - 1)) + Number(isSame(state, i + 1, j + 1));
    return weight * (gains.kept + gains.neighbour * neighbours);
  }
  const other = words.weight(right);
  const alike = weight === 1 && other === 1 ? likeness(words, left, right) : 0;
  if (alike > 0) return gains.misspelt * alike;
  return weight < 0.2 === other < 0.2 ? gains.exchanged : gains.exchangedUnlike;
}

/** Aligns the stretches by dynamic programming (Needleman and Wunsch 1970). Costs |a| × |b| time and bytes. */
export function align(state: Correspondence, { aFrom, aTo, bFrom, bTo }: Stretches): void {
  const columns = bTo - bFrom + 1;
  const rows = aTo - aFrom + 1;
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
    for (let column = 1; column < columns; column++) {
      const both = (above[column - 1] ?? 0) + gainOf(state, aFrom + line - 1, bFrom + column - 1);
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
