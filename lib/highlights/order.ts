/** The order of highlights in the text, and who comes next. Pure. */

/** A stretch of the canonical text, in UTF-16 code units; `end` is exclusive. */
export interface Passage {
  start: number;
  end: number;
}

/** A highlight as far as its place is concerned. */
export interface Placed extends Passage {
  id: string;
}

/** Earlier start first; of two with one start the longer; then by id, so that every browser agrees. */
export function byPlace(a: Placed, b: Placed): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export const overlaps = (a: Passage, b: Passage): boolean => a.start < b.end && b.start < a.end;

/** Those that cover the code unit at `offset`, the shortest first: the one most likely meant by a click. */
export function covering<T extends Placed>(highlights: readonly T[], offset: number): T[] {
  return highlights
    .filter((highlight) => highlight.start <= offset && offset < highlight.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || byPlace(a, b));
}

/**
 * The neighbour of `current` in text order; from nowhere, the first highlight at or after (before) the reading place.
 *
 * @param ordered sorted with `byPlace`
 * @param reading offset in the canonical text where the person reads now
 */
export function neighbour<T extends Placed>(
  ordered: readonly T[],
  current: string | null,
  direction: 1 | -1,
  reading: number,
): T | undefined {
  const at = ordered.findIndex((highlight) => highlight.id === current);
  if (at >= 0) return ordered[at + direction];
  return direction === 1
    ? (ordered.find((highlight) => highlight.start >= reading) ?? ordered[0])
    : (ordered.findLast((highlight) => highlight.start < reading) ?? ordered.at(-1));
}
