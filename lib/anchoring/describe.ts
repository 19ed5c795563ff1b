/** Turns a range of a text into a selector that can be found again. */
import { boundaryAfter, boundaryBefore } from "./clusters";
import type { Selector } from "./selector";

/** Context on each side, in code units: enough to recognise a place by, and the most that is kept to tell repeats apart. */
const shortestContext = 64;
const longestContext = 256;

function occursOnce(text: string, words: string, at: number): boolean {
  return text.indexOf(words) === at && text.indexOf(words, at + 1) === -1;
}

/** Doubles the context, which is never longer than asked for, until it is enough or the longest. */
function grow(take: (size: number) => { context: string; isEnough: boolean }): string {
  for (let size = shortestContext; ; size *= 2) {
    const { context, isEnough } = take(size);
    if (isEnough || size >= longestContext) return context;
  }
}

/**
 * Describes the range from `start` to `end` (UTF-16 code units, `end` exclusive).
 *
 * A range that cuts through a character is widened to hold it whole. Prefix and suffix grow until the words with either
 * of them occur once in the text, so that one is enough when the other is edited, or until they reach 256 code units each;
 * what still occurs twice then is told apart by its position.
 *
 * @throws RangeError when the range is not inside the text.
 */
export function describe(text: string, start: number, end: number): Selector {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > text.length) {
    throw new RangeError(`No range from ${start} to ${end} in a text of ${text.length} code units.`);
  }
  const from = boundaryBefore(text, start);
  const to = boundaryAfter(text, end);
  const exact = text.slice(from, to);
  const prefix = grow((size) => {
    const begin = boundaryAfter(text, Math.max(0, from - size));
    return {
      context: text.slice(begin, from),
      isEnough: begin === 0 || occursOnce(text, text.slice(begin, to), begin),
    };
  });
  const suffix = grow((size) => {
    const finish = boundaryBefore(text, Math.min(text.length, to + size));
    return { context: text.slice(to, finish), isEnough: occursOnce(text, text.slice(from, finish), from) };
  });
  return { start: from, end: to, exact, prefix, suffix };
}
