/** Keeps offsets off the inside of what a reader sees as one character (UAX #29 extended grapheme clusters). */

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** So many code units on each side of an offset are looked at, and more where characters go on joining. */
const margin = 64;

/** Whether a cluster surely begins at `at`: between two plain characters that never join, or after a line feed. */
function surelyParts(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before === 0x0a || (before < 0x80 && after < 0x80 && !(before === 0x0d && after === 0x0a));
}

/** Characters that may belong to the one before them, or decide whether the next does. */
const mayJoin = /[\p{M}\p{Emoji}\p{Cf}\p{Cs}\p{Regional_Indicator}\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/u;

function isAlone(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
  return !isLowSurrogate && !mayJoin.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** Whether segmenting can begin or end at `at` without mistaking the clusters further on. */
const isSafeCut = (text: string, at: number) => surelyParts(text, at) || (isAlone(text, at) && isAlone(text, at - 1));

/** The start and end of the cluster that holds the code unit at `offset`. */
function clusterAt(text: string, offset: number): { start: number; end: number } {
  // Segmenting costs as much as the text is long, so only the neighbourhood is segmented.
  let from = Math.max(0, offset - margin);
  while (!isSafeCut(text, from)) from -= 1;
  let to = Math.min(text.length, offset + margin);
  while (!isSafeCut(text, to)) to += 1;
  const cluster = segmenter.segment(text.slice(from, to)).containing(offset - from);
  if (cluster === undefined) return { start: offset, end: offset };
  const start = from + cluster.index;
  return { start, end: start + cluster.segment.length };
}

/** Whether the text can be cut at `offset` (code units) without splitting a surrogate pair or a cluster. */
export function isClusterBoundary(text: string, offset: number): boolean {
  return surelyParts(text, offset) || clusterAt(text, offset).start === offset;
}

/** The nearest boundary at or before `offset`. */
export function boundaryBefore(text: string, offset: number): number {
  return isClusterBoundary(text, offset) ? offset : clusterAt(text, offset).start;
}

/** The nearest boundary at or after `offset`. */
export function boundaryAfter(text: string, offset: number): number {
  return isClusterBoundary(text, offset) ? offset : clusterAt(text, offset).end;
}
