/** Finds many passages of one revision in the next: each is looked for where the unchanged text around it now stands. */
import { anchor } from "./anchor";
import type { Anchoring, Selector } from "./selector";

/**
 * Anchors every selector, all made on `before`, in `after`; answers in the selectors' order.
 *
 * @throws RangeError when a selector's range is not inside `before`.
 */
export function reanchor(before: string, after: string, selectors: readonly Selector[]): Anchoring[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const shift = after.length - before.length;

  return selectors.map((selector) => {
    const { start, end } = selector;
    if (!(start >= 0 && end >= start && end <= before.length)) {
      throw new RangeError(`No range from ${start} to ${end} in a text of ${before.length} code units.`);
    }
    if (start < before.length - tail) return anchor(after, selector);
    return anchor(after, { ...selector, start: start + shift, end: end + shift });
  });
}
