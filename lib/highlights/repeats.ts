/** Tells when a highlight is on a pull quote, which repeats words of the text. Pure. */
import type { Block } from "@/lib/article/schema";
import type { Passage } from "./order";

/** Where the repeat lies, and the block whose words it repeats. */
export interface Repeat {
  quote: Passage;
  body: Passage;
}

/**
 * The pull quote that the passage lies in; null when it lies elsewhere, or goes beyond it.
 * @param ranges where each block's words lie in the canonical text
 */
export function repeatUnder(blocks: readonly Block[], ranges: readonly Passage[], passage: Passage): Repeat | null {
  const at = ranges.findIndex(({ start, end }) => start <= passage.start && passage.end <= end);
  const block = blocks[at];
  if (block?.type !== "pull-quote") return null;
  const quote = ranges[at];
  const body = ranges[blocks.findIndex(({ id }) => id === block.repeats)];
  return quote && body ? { quote, body } : null;
}
