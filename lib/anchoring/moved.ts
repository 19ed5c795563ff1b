/** Finds again what left its place: runs that neither text's order explains and that both still have. */
import { type Correspondence, isSame, join, type Stretches } from "./correspondence";
import { compareInOrder } from "./in-order";
import { uniqueRuns } from "./shingles";
import { rank, type Tokens } from "./tokens";

/** A run of this many tokens that is gone in one place and new in another was moved there … */
const runSize = 4;
/** … and a shorter one if it is a whole sentence or heading. */
const unitSizes = [3, 2, 1];
/** Between two moved runs at most so many tokens were edited on the way. */
const longestEdit = 64;

/** How many tokens in a row around token `i` of `a`, in its sentence, stand together in `b` too; a whole one is endless. */
function runAround({ a, image }: Correspondence, i: number): number {
  const j = image[i] ?? -1;
  const begins = (token: number) => (a.ranks[token] ?? rank.paragraph) >= rank.sentence;
  let first = i;
  while (!begins(first) && image[first - 1] === j - (i - first) - 1) first -= 1;
  let end = i + 1;
  while (!begins(end) && image[end] === j + (end - i)) end += 1;
  return begins(first) && begins(end) ? Number.POSITIVE_INFINITY : end - first;
}

/** Whether both tokens are the same word, and free or joined to others only in a shorter run than `length`. */
function canTake(state: Correspondence, i: number, j: number, length: number): boolean {
  const { image, source } = state;
  if (i < 0 || j < 0 || i >= image.length || j >= source.length || !isSame(state, i, j)) return false;
  const holder = source[j] ?? -1;
  const isFree = (token: number) => token === -1 || image[token] === -1 || runAround(state, token) < length;
  return isFree(i) && isFree(holder);
}

/** Joins the runs, and what stands equal on either side of them unless it belongs to a longer run. */
function joinMovedRuns(state: Correspondence): void {
  const { a, b, image, source } = state;
  const pairs = uniqueRuns(state, { aFrom: 0, aTo: a.count, bFrom: 0, bTo: b.count }, runSize);
  pairs.a.forEach((first, index) => {
    const other = pairs.b[index] ?? 0;
    if (image[first] !== -1 || source[other] !== -1) return;
    let length = runSize;
    for (let step = 0; step < runSize || canTake(state, first + step, other + step, length); step++) {
      join(state, first + step, other + step);
      length = Math.max(length, step + 1);
    }
    for (let back = 1; canTake(state, first - back, other - back, length); back++) {
      join(state, first - back, other - back);
      length += 1;
    }
  });
}

const isAllFree = (taken: Int32Array, from: number, to: number) =>
  taken.subarray(from, to).every((other) => other === -1);

/** The free stretches that lie between the same two joined words in both texts. */
function freeBetween({ a, image, source }: Correspondence): Stretches[] {
  const found: Stretches[] = [];
  for (let aFrom = 1; aFrom < a.count; aFrom++) {
    if (image[aFrom] !== -1 || image[aFrom - 1] === -1) continue;
    let aTo = aFrom;
    while (aTo < a.count && image[aTo] === -1) aTo += 1;
    const bFrom = (image[aFrom - 1] ?? 0) + 1;
    const bTo = image[aTo] ?? -1;
    if (aTo - aFrom <= longestEdit && bTo > bFrom && bTo - bFrom <= longestEdit && isAllFree(source, bFrom, bTo)) {
      found.push({ aFrom, aTo, bFrom, bTo });
    }
    aFrom = aTo;
  }
  return found;
}

/** Whether tokens `from` to `to` are a whole sentence or heading. */
function isUnit({ ranks, count }: Tokens, from: number, to: number): boolean {
  return (ranks[from] ?? 0) >= rank.sentence && (to === count || (ranks[to] ?? 0) >= rank.sentence);
}

/** Joins short sentences and headings that moved as they are. */
function joinMovedUnits(state: Correspondence, size: number): void {
  const { a, b } = state;
  const pairs = uniqueRuns(state, { aFrom: 0, aTo: a.count, bFrom: 0, bTo: b.count }, size);
  pairs.a.forEach((first, index) => {
    const other = pairs.b[index] ?? 0;
    if (!isUnit(a, first, first + size) || !isUnit(b, other, other + size)) return;
    for (let step = 0; step < size; step++) join(state, first + step, other + step);
  });
}

/** Fills in the correspondence of what was moved, and of what was edited inside it. */
export function compareMoved(state: Correspondence): void {
  joinMovedRuns(state);
  for (const size of unitSizes) joinMovedUnits(state, size);
  for (const stretches of freeBetween(state)) compareInOrder(state, stretches, true);
}
