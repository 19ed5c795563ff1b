/** Finds runs of words that stand once in each of two stretches: the fixed points from which all else is compared. */
import type { Correspondence, Stretches } from "./correspondence";

/** Mixes a 32-bit number, so that neighbouring numbers fall far apart. */
function mix(value: number): number {
  const mixed = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 15);
}

/** Calls `visit` with each run of `size` tokens that are all still free: its first token and its hash. */
function eachRun(
  ids: Int32Array,
  taken: Int32Array,
  from: number,
  to: number,
  size: number,
  visit: (first: number, hash: number) => void,
): void {
  const base = 0x01000193;
  let highest = 1;
  for (let power = 1; power < size; power++) highest = Math.imul(highest, base);
  let hash = 0;
  let run = 0;
  for (let at = from; at < to; at++) {
    if (taken[at] !== -1) {
      run = 0;
      hash = 0;
      continue;
    }
    if (run >= size) hash = (hash - Math.imul(mix((ids[at - size] ?? 0) + 1), highest)) | 0;
    hash = (Math.imul(hash, base) + mix((ids[at] ?? 0) + 1)) | 0;
    run += 1;
    if (run >= size) visit(at - size + 1, mix(hash));
  }
}

/** Where a run stands: not at all, or more than once, or the token it starts at. */
const never = -1;
const repeatedly = -2;

/** The places of pairs, side by side, in the order of `a`. */
export interface Pairs {
  a: number[];
  b: number[];
}

/**
 * The runs of `size` tokens without correspondence so far that stand exactly once in either stretch, after Heckel ("A
 * technique for isolating differences between files", 1978), who took lines. Linear in the tokens.
 */
export function uniqueRuns({ a, b, image, source }: Correspondence, within: Stretches, size: number): Pairs {
  const { aFrom, aTo, bFrom, bTo } = within;
  let slots = 16;
  while (slots < (aTo - aFrom) * 2) slots *= 2;
  const hashes = new Int32Array(slots);
  const inA = new Int32Array(slots).fill(never);
  const inB = new Int32Array(slots).fill(never);
  const slotOf = (hash: number) => {
    let slot = hash & (slots - 1);
    while (inA[slot] !== never && hashes[slot] !== hash) slot = (slot + 1) & (slots - 1);
    return slot;
  };

  eachRun(a.ids, image, aFrom, aTo, size, (first, hash) => {
    const slot = slotOf(hash);
    hashes[slot] = hash;
    inA[slot] = inA[slot] === never ? first : repeatedly;
  });
  eachRun(b.ids, source, bFrom, bTo, size, (first, hash) => {
    const slot = slotOf(hash);
    if (inA[slot] !== never) inB[slot] = inB[slot] === never ? first : repeatedly;
  });

  const pairs: Pairs = { a: [], b: [] };
  eachRun(a.ids, image, aFrom, aTo, size, (first, hash) => {
    const slot = slotOf(hash);
    const other = inB[slot] ?? never;
    if (inA[slot] !== first || other < 0) return;
    // Two runs can share a hash.
    for (let step = 0; step < size; step++) if (a.ids[first + step] !== b.ids[other + step]) return;
    pairs.a.push(first);
    pairs.b.push(other);
  });
  return pairs;
}
