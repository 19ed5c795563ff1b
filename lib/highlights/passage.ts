/** Turns what a person selected into a passage of the canonical text. Pure. */
import type { Passage } from "./order";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const blank = /\s/u;

/**
 * The passage between two offsets in either order, widened to whole grapheme clusters (a flag, a family emoji or an
 * accented letter is never cut) and freed of white space and block breaks at its ends. Null when nothing is left.
 */
export function passageBetween(text: string, a: number, b: number): Passage | null {
  const clamp = (offset: number) => Math.max(0, Math.min(text.length, offset));
  let start = clusterStart(text, clamp(Math.min(a, b)));
  let end = clusterEnd(text, clamp(Math.max(a, b)));
  while (start < end && blank.test(text.charAt(start))) start += 1;
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end } : null;
}

/** Where the grapheme cluster that `offset` lies inside starts; `offset` itself when it lies between two. */
export function clusterStart(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return offset;
  const line = lineAround(text, offset);
  const cluster = graphemes.segment(text.slice(line.start, line.end)).containing(offset - line.start);
  return cluster ? line.start + cluster.index : offset;
}

/** Where the grapheme cluster that `offset` lies inside ends; `offset` itself when it lies between two. */
export function clusterEnd(text: string, offset: number): number {
  const start = clusterStart(text, offset);
  if (start === offset) return offset;
  const line = lineAround(text, offset);
  const cluster = graphemes.segment(text.slice(line.start, line.end)).containing(start - line.start);
  return cluster ? start + cluster.segment.length : offset;
}

/** The line that `offset` lies in: a line feed always ends a cluster, and a short text segments fast. */
function lineAround(text: string, offset: number): Passage {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const next = text.indexOf("\n", offset);
  return { start, end: next < 0 ? text.length : next + 1 };
}
