/** Finds again what left its place: runs that neither text's order explains and that both still have. */
import { type Correspondence, isSame, join, type Stretches } from "./correspondence";
import { compareInOrder } from "./in-order";
import { uniqueRuns } from "./shingles";

/** A run of this many tokens that is gone in one place and new in another was moved there. */
const runSize = 4;
/** Between two moved runs at most so many tokens were edited on the way. */
const longestEdit = 64;

/** Joins the runs, and whatever stands free and equal on either side of them. */
function joinMovedRuns(state: Correspondence): void {
  const { a, b, image, source } = state;
  const isFree = (i: number, j: number) => image[i] === -1 && source[j] === -1 && isSame(state, i, j);
  const pairs = uniqueRuns(state, { aFrom: 0, aTo: a.count, bFrom: 0, bTo: b.count }, runSize);
  pairs.a.forEach((first, index) => {
    const other = pairs.b[index] ?? 0;
    if (image[first] !== -1 || source[other] !== -1) return;
    for (let back = 1; isFree(first - back, other - back); back++) join(state, first - back, other - back);
    for (let step = 0; isFree(first + step, other + step); step++) join(state, first + step, other + step);
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

/** Fills in the correspondence of what was moved, and of what was edited inside it. */
export function compareMoved(state: Correspondence): void {
  joinMovedRuns(state);
  for (const stretches of freeBetween(state)) compareInOrder(state, stretches, true);
}
