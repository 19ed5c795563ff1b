/** Cuts a stretch of text at every edge of the spans over it, so that each piece has one set of spans. Pure. */
import { overlaps, type Passage } from "./order";

/** A piece of text under one set of spans; offsets as in the input. */
export interface Segment<T> extends Passage {
  /** In the order given; empty where nothing lies. */
  spans: readonly T[];
}

/**
 * The pieces of `[start, end)`, in order, without gaps. Costs (edges × spans) of the one stretch given, so callers cut
 * block by block.
 */
export function segmentsOf<T extends Passage>(start: number, end: number, spans: readonly T[]): Segment<T>[] {
  if (start >= end) return [];
  const within = spans.filter((span) => overlaps(span, { start, end }));
  const edges = new Set([start, end]);
  for (const span of within) {
    edges.add(Math.max(start, span.start));
    edges.add(Math.min(end, span.end));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const pieces: Segment<T>[] = [];
  let from = start;
  for (const to of cuts.slice(1)) {
    const piece = { start: from, end: to };
    pieces.push({ ...piece, spans: within.filter((span) => overlaps(span, piece)) });
    from = to;
  }
  return pieces;
}

/**
 * A lane for each passage (in the order given), so that overlapping ones never share one: its underline is drawn at
 * that depth over its whole length. Greedy, which is optimal for passages sorted by start.
 */
export function lanesOf(passages: readonly Passage[]): number[] {
  const endOfLane: number[] = [];
  return passages.map((passage) => {
    const free = endOfLane.findIndex((end) => end <= passage.start);
    const lane = free >= 0 ? free : endOfLane.length;
    endOfLane[lane] = passage.end;
    return lane;
  });
}
