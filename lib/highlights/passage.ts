/** Turns what a person selected into a passage of the canonical text. Pure. */
import { boundaryAfter, boundaryBefore } from "@/lib/anchoring/clusters";
import type { Passage } from "./order";

const blank = /\s/u;

/**
 * The passage between two offsets in either order, widened to whole grapheme clusters (a flag, a family emoji or an
 * accented letter is never cut) and freed of white space and block breaks at its ends. Null when nothing is left.
 */
export function passageBetween(text: string, a: number, b: number): Passage | null {
  const clamp = (offset: number) => Math.max(0, Math.min(text.length, offset));
  let start = boundaryBefore(text, clamp(Math.min(a, b)));
  let end = boundaryAfter(text, clamp(Math.max(a, b)));
  while (start < end && blank.test(text.charAt(start))) start += 1;
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end } : null;
}
