/** Turns found tokens back into offsets that cut no word and no character. */
import { boundaryAfter, boundaryBefore, isClusterBoundary } from "./clusters";
import type { Correspondence } from "./correspondence";
import type { Stretch } from "./tokens";

/** Code units; `end` is exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** Where the cut `at` code units into `word` falls in what the word became; null when that can't be told. */
function sameCut(word: string, at: number, became: string): number | null {
  if (became.startsWith(word.slice(0, at))) return at;
  return became.endsWith(word.slice(at)) ? became.length - (word.length - at) : null;
}

/**
 * Where nothing stood beside the passage, because it began or ended the text, whatever is joined to its words now was put
 * there: it is left off. Null when that would cut a character.
 */
function withoutAddition({ a, b }: Correspondence, range: Range, found: Range): Range | null {
  const exact = a.text.slice(range.start, range.end);
  let { start, end } = found;
  if (range.end === a.text.length && b.text.startsWith(exact, start)) end = start + exact.length;
  else if (range.start === 0 && b.text.endsWith(exact, end)) start = end - exact.length;
  return isClusterBoundary(b.text, start) && isClusterBoundary(b.text, end) ? { start, end } : null;
}

/** The range of the text of `b` that stands for `range` of the text of `a`, whose tokens are `passage`; null if it is cut. */
export function rangeOf(state: Correspondence, range: Range, passage: Stretch, found: Stretch): Range | null {
  const { a, b, source } = state;
  const last = passage.to - 1;
  let start = b.starts[found.from] ?? 0;
  let end = b.ends[found.to - 1] ?? 0;
  const aStart = a.starts[passage.from] ?? 0;
  const aEnd = a.ends[last] ?? 0;

  if (source[found.from] === passage.from) {
    if (range.start > aStart) {
      const word = a.text.slice(aStart, a.ends[passage.from]);
      const cut = sameCut(word, range.start - aStart, b.text.slice(start, b.ends[found.from]));
      if (cut !== null && start + cut < end) start += cut;
    } else if (b.text.endsWith(a.text.slice(range.start, aStart), start)) start -= aStart - range.start;
  }
  if (source[found.to - 1] === last) {
    const from = b.starts[found.to - 1] ?? 0;
    if (range.end < aEnd) {
      const word = a.text.slice(a.starts[last], aEnd);
      const cut = sameCut(word, range.end - (a.starts[last] ?? 0), b.text.slice(from, end));
      if (cut !== null && from + cut > start) end = from + cut;
    } else if (b.text.startsWith(a.text.slice(aEnd, range.end), end)) end += range.end - aEnd;
  }
  const narrowed =
    range.start === 0 || range.end === a.text.length ? withoutAddition(state, range, { start, end }) : { start, end };
  return narrowed && { start: boundaryBefore(b.text, narrowed.start), end: boundaryAfter(b.text, narrowed.end) };
}
