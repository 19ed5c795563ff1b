/** Turns a range of a text into a selector that can be found again. */
import { boundaryAfter, boundaryBefore } from "./clusters";
import type { Selector } from "./selector";

/** Context on each side, in code units: enough to recognise a place by, and the most that is kept to tell repeats apart. */
const shortestContext = 32;
const longestContext = 256;

function occursOnce(text: string, words: string, at: number): boolean {
  return text.indexOf(words) === at && text.indexOf(words, at + 1) === -1;
}

/**
 * Describes the range from `start` to `end` (UTF-16 code units, `end` exclusive).
 *
 * A range that cuts through a character is widened to hold it whole. Prefix and suffix grow until prefix, words and
 * suffix together occur once in the text, or until they reach 256 code units each; what still occurs twice then is told
 * apart by its position.
 *
 * @throws RangeError when the range is not inside the text.
 */
export function describe(text: string, start: number, end: number): Selector {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > text.length) {
    throw new RangeError(`No range from ${start} to ${end} in a text of ${text.length} code units.`);
  }
  const from = boundaryBefore(text, start);
  const to = boundaryAfter(text, end);
  for (let size = shortestContext; ; size *= 2) {
    const before = boundaryBefore(text, Math.max(0, from - size));
    const after = boundaryAfter(text, Math.min(text.length, to + size));
    if (size >= longestContext || occursOnce(text, text.slice(before, after), before)) {
      return {
        start: from,
        end: to,
        exact: text.slice(from, to),
        prefix: text.slice(before, from),
        suffix: text.slice(to, after),
      };
    }
  }
}
