/** Canonical text: the one string that every offset of a revision counts in. Pure. */
import type { Block } from "./schema";

const separator = "\n\n";

/** The blocks' text joined by a blank line. */
export function canonicalText(blocks: readonly Pick<Block, "text">[]): string {
  return blocks.map((block) => block.text).join(separator);
}

/** Where each block's text starts in the canonical text, in UTF-16 code units. */
export function blockStarts(blocks: readonly Pick<Block, "text">[]): number[] {
  let next = 0;
  return blocks.map((block) => {
    const start = next;
    next += block.text.length + separator.length;
    return start;
  });
}
