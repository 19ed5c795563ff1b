/**
 * Approximate matching with bit vectors: a column of the edit-distance table is kept as the differences between its
 * cells, 32 in a machine word, and a character of the text advances it in a handful of operations.
 * After Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming" (1999), with
 * Hyyrö's carries between the words of a long pattern ("Explaining and extending the bit-parallel … algorithm", 2001).
 */

const wordBits = 32;
const highestBit = 1 << 31;

/** For each code unit of the pattern, the positions where it stands, a bit each. */
function positionsByUnit(pattern: string, words: number): Map<number, Int32Array> {
  const positions = new Map<number, Int32Array>();
  for (let at = 0; at < pattern.length; at++) {
    const unit = pattern.charCodeAt(at);
    const bits = positions.get(unit) ?? new Int32Array(words);
    bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31));
    positions.set(unit, bits);
  }
  return positions;
}

/**
 * Calls `visit` after each code unit of `text` with the distance of the pattern to the text so far: to all of it, or
 * when `isSearch` to the nearest ending there, wherever it starts. O(text × pattern / 32).
 */
function scan(text: string, pattern: string, isSearch: boolean, visit: (end: number, distance: number) => void): void {
  const words = Math.ceil(pattern.length / wordBits);
  const positions = positionsByUnit(pattern, words);
  const absent = new Int32Array(words);
  const rises = new Int32Array(words).fill(-1);
  const falls = new Int32Array(words);
  const lastBit = 1 << ((pattern.length - 1) & 31);
  let distance = pattern.length;
  for (let end = 1; end <= text.length; end++) {
    const equal = positions.get(text.charCodeAt(end - 1)) ?? absent;
    // The row above the pattern: 0 everywhere in a search, the length of the text so far otherwise.
    let carry = isSearch ? 0 : 1;
    for (let word = 0; word < words; word++) {
      const rise = rises[word] ?? 0;
      const fall = falls[word] ?? 0;
      let same = equal[word] ?? 0;
      const sameOrFall = same | fall;
      if (carry < 0) same |= 1;
      const diagonal = (((same & rise) + rise) ^ rise) | same;
      let up = fall | ~(diagonal | rise);
      let down = rise & diagonal;
      const top = word === words - 1 ? lastBit : highestBit;
      const carryOut = (up & top) !== 0 ? 1 : (down & top) !== 0 ? -1 : 0;
      up = (up << 1) | (carry > 0 ? 1 : 0);
      down = (down << 1) | (carry < 0 ? 1 : 0);
      rises[word] = down | ~(sameOrFall | up);
      falls[word] = up & sameOrFall;
      carry = carryOut;
    }
    distance += carry;
    visit(end, distance);
  }
}

/** How many code units must be put in, taken out or exchanged to make one word of the other. */
export function editDistance(left: string, right: string): number {
  if (left === "" || right === "") return left.length + right.length;
  let last = 0;
  scan(left, right, false, (_, distance) => {
    last = distance;
  });
  return last;
}

/** A stretch of text that is nearly the pattern. */
export interface NearMatch {
  end: number;
  errors: number;
}

/** Where in `text` something like the pattern ends, at most `mostErrors` edits away: of each group, the nearest. */
export function searchNear(text: string, pattern: string, mostErrors: number): NearMatch[] {
  const found: NearMatch[] = [];
  if (pattern === "") return found;
  scan(text, pattern, true, (end, errors) => {
    if (errors > mostErrors) return;
    const last = found.at(-1);
    if (last === undefined || end - last.end > pattern.length) found.push({ end, errors });
    else if (errors < last.errors) Object.assign(last, { end, errors });
  });
  return found;
}
