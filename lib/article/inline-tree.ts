/** A block's text with its inline marks, as a tree to draw: a link stays one link however it is emphasised inside. Pure. */
import type { Mark } from "./schema";

/** Offsets are UTF-16 code units within the block. */
export type InlineNode =
  | { type: "text"; start: number; end: number }
  | { type: "marked"; mark: Mark; start: number; end: number; children: InlineNode[] };

/**
 * The block's `[0, length)` as nested nodes, in order and without gaps. Outer marks are those that start earlier or
 * reach further; a mark that sticks out of the one around it goes on after it.
 */
export function inlineTree(length: number, marks: readonly Mark[]): InlineNode[] {
  const inside = marks
    .map((mark) => ({ mark, start: Math.max(0, mark.start), end: Math.min(length, mark.end) }))
    .filter(({ start, end }) => start < end);
  return nodesOf(0, length, inside);
}

interface Reach {
  mark: Mark;
  start: number;
  end: number;
}

function nodesOf(start: number, end: number, reaches: readonly Reach[]): InlineNode[] {
  const nodes: InlineNode[] = [];
  let from = start;
  let left = reaches.filter((reach) => reach.start < end && reach.end > start);
  while (left.length > 0) {
    const outer = left.reduce((best, reach) => (isOutside(reach, best) ? reach : best));
    const rest = left.filter((reach) => reach !== outer);
    if (from < outer.start) nodes.push({ type: "text", start: from, end: outer.start });
    const within = rest
      .map((reach) => ({ ...reach, start: Math.max(reach.start, outer.start), end: Math.min(reach.end, outer.end) }))
      .filter((reach) => reach.start < reach.end);
    nodes.push({
      type: "marked",
      mark: outer.mark,
      start: outer.start,
      end: outer.end,
      children: nodesOf(outer.start, outer.end, within),
    });
    from = outer.end;
    left = rest
      .map((reach) => ({ ...reach, start: Math.max(reach.start, outer.end) }))
      .filter((reach) => reach.start < reach.end);
  }
  if (from < end) nodes.push({ type: "text", start: from, end });
  return nodes;
}

const isOutside = (a: Reach, b: Reach) => a.start < b.start || (a.start === b.start && a.end > b.end);
