/** Picks, of many pairs of places, the most that lie in the same order in both texts. */
import type { Pairs } from "./shingles";

/** The indices of the longest chain of pairs that ascends in `b`; pairs ascend in `a`. O(n log n), by patience sorting. */
export function longestChain({ b }: Pairs): number[] {
  const previous = new Int32Array(b.length).fill(-1);
  /** For each length the pair at which the chain of that length with the lowest end ends. */
  const ends: number[] = [];
  for (let index = 0; index < b.length; index++) {
    const place = b[index] ?? 0;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((b[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = index;
  }
  const chain: number[] = [];
  for (let index = ends.at(-1) ?? -1; index !== -1; index = previous[index] ?? -1) chain.push(index);
  return chain.reverse();
}
