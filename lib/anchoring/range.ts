/** Turns found tokens back into offsets that cut no word and no character. */
import { boundaryAfter, boundaryBefore } from "./clusters";
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

/** The range of the text of `b` that stands for `range` of the text of `a`, whose tokens are `passage`. */
export function rangeOf({ a, b, source }: Correspondence, range: Range, passage: Stretch, found: Stretch): Range {
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
  return { start: boundaryBefore(b.text, start), end: boundaryAfter(b.text, end) };
}
