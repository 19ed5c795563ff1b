/** Keeps offsets off the inside of what a reader sees as one character (UAX #29 extended grapheme clusters). */

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The start and end of the cluster that holds the code unit at `offset`. */
function clusterAt(text: string, offset: number): { start: number; end: number } {
  // No cluster crosses a line feed, so one line is context enough, and the cost doesn't grow with the text.
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const lineFeed = text.indexOf("\n", offset);
  const line = text.slice(lineStart, lineFeed === -1 ? undefined : lineFeed + 1);
  const cluster = segmenter.segment(line).containing(offset - lineStart);
  if (cluster === undefined) return { start: offset, end: offset };
  const start = lineStart + cluster.index;
  return { start, end: start + cluster.segment.length };
}

/** Whether the text can be cut at `offset` (code units) without splitting a surrogate pair or a cluster. */
export function isClusterBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  if (before < 0x80 && after < 0x80) return !(before === 0x0d && after === 0x0a);
  return clusterAt(text, offset).start === offset;
}

/** The nearest boundary at or before `offset`. */
export function boundaryBefore(text: string, offset: number): number {
  return isClusterBoundary(text, offset) ? offset : clusterAt(text, offset).start;
}

/** The nearest boundary at or after `offset`. */
export function boundaryAfter(text: string, offset: number): number {
  return isClusterBoundary(text, offset) ? offset : clusterAt(text, offset).end;
}
