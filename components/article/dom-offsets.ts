/** Leads from a place in the drawn article to an offset in the canonical text, and back. */
import type { Passage } from "@/lib/highlights/order";

/** Every block's words stand alone in one element marked with the block's index. */
const holderOf = (node: Node | null): HTMLElement | null =>
  (node instanceof HTMLElement ? node : (node?.parentElement ?? null))?.closest<HTMLElement>("[data-block]") ?? null;

const indexOf = (holder: HTMLElement) => Number(holder.dataset.block);

/**
 * The canonical offset of a DOM boundary inside `article`; one between two blocks counts as the next block's start, one
 * after all as the last block's end. Null when the boundary is outside the article.
 */
export function offsetAt(article: Element, ranges: readonly Passage[], node: Node, offset: number): number | null {
  if (!article.contains(node)) return null;
  const holder = holderOf(node);
  if (holder) {
    const before = document.createRange();
    before.setStart(holder, 0);
    before.setEnd(node, offset);
    return (ranges[indexOf(holder)]?.start ?? 0) + before.toString().length;
  }
  const boundary = document.createRange();
  boundary.setStart(node, offset);
  for (const each of article.querySelectorAll<HTMLElement>("[data-block]")) {
    if (boundary.comparePoint(each, 0) >= 0) return ranges[indexOf(each)]?.start ?? null;
  }
  return ranges.at(-1)?.end ?? null;
}

/** The DOM boundary of a canonical offset; null when its block isn't drawn. */
function boundaryAt(
  article: Element,
  ranges: readonly Passage[],
  offset: number,
): { node: Node; offset: number } | null {
  const next = ranges.findIndex(({ end }) => end >= offset);
  const index = next < 0 ? ranges.length - 1 : next;
  const range = ranges[index];
  const holder = article.querySelector(`[data-block="${index}"]`);
  if (!range || !holder) return null;
  let left = Math.max(0, Math.min(offset, range.end) - range.start);
  const texts = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  let last: Node | null = null;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { length } = node as Text;
    if (left <= length) return { node, offset: left };
    left -= length;
    last = node;
  }
  return last ? { node: last, offset: (last as Text).length } : { node: holder, offset: 0 };
}

/** The passage as a DOM range; null when it isn't drawn. */
export function domRangeOf(article: Element, ranges: readonly Passage[], { start, end }: Passage): Range | null {
  const from = boundaryAt(article, ranges, start);
  const to = boundaryAt(article, ranges, end);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** The canonical offset under a point of the viewport; null where there is no text of the article. */
export function offsetAtPoint(article: Element, ranges: readonly Passage[], x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (caret) return offsetAt(article, ranges, caret.offsetNode, caret.offset);
  // Safari before 18.4.
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? offsetAt(article, ranges, range.startContainer, range.startOffset) : null;
}
