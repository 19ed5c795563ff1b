/** Edits to a one-line title as splices, so that a plain text field can share a Y.Text. Pure. */

/** All in UTF-16 code units. */
export interface Splice {
  index: number;
  remove: number;
  insert: string;
}

/**
 * What turned `before` into `after`. An edit ends at the caret (its place in `after`), which tells which of several equal
 * letters was typed. Never splits a surrogate pair.
 */
export function spliceBetween(before: string, after: string, caret: number): Splice {
  const shorter = Math.min(before.length, after.length);
  const equalAtEnd = (count: number) => before[before.length - count - 1] === after[after.length - count - 1];
  let tail = 0;
  while (tail < Math.min(shorter, after.length - caret) && equalAtEnd(tail)) tail++;
  let head = 0;
  while (head + tail < shorter && before[head] === after[head]) head++;
  while (head + tail < shorter && equalAtEnd(tail)) tail++;
  if (head > 0 && isHighSurrogate(before, head - 1)) head--;
  if (tail > 0 && isHighSurrogate(before, before.length - tail - 1)) tail--;
  return { index: head, remove: before.length - head - tail, insert: after.slice(head, after.length - tail) };
}

const isHighSurrogate = (text: string, index: number) => /[\uD800-\uDBFF]/.test(text.charAt(index));

/** Where a place in the text is after the splice; a place inside what was removed ends where that began. */
export function placeAfter(place: number, { index, remove, insert }: Splice): number {
  if (place <= index) return place;
  return Math.max(index, place - remove) + insert.length;
}

/** The same edit on a text that has meanwhile changed by `other`. */
export function rebase(splice: Splice, other: Splice): Splice {
  const start = placeAfter(splice.index, other);
  const end = placeAfter(splice.index + splice.remove, other);
  return { index: start, remove: Math.max(0, end - start), insert: splice.insert };
}

/** One line of words: what was pasted with line breaks or control characters in it, without. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
