/** Steps by sentence, word and character through the canonical text, for choosing a passage by keyboard. Pure. */
import { boundaryAfter, boundaryBefore } from "@/lib/anchoring/clusters";
import type { Passage } from "./order";
import { passageBetween } from "./passage";

export type Unit = "character" | "word" | "sentence";

/** Where each block's text lies in the canonical text: `start` to `end`. */
export type BlockRanges = readonly Passage[];

/** The sentences of one block, without the spaces between them. */
function sentencesOf(text: string, block: Passage, language: string | undefined): Passage[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  const found: Passage[] = [];
  for (const { index, segment } of segmenter.segment(text.slice(block.start, block.end))) {
    const passage = passageBetween(text, block.start + index, block.start + index + segment.length);
    if (passage) found.push(passage);
  }
  return found;
}

const blockIndexAt = (blocks: BlockRanges, offset: number) => {
  const next = blocks.findIndex((block) => block.end >= offset);
  return next < 0 ? blocks.length - 1 : next;
};

/** The sentence at `offset`, or the next one after it; null in a text without words. */
export function sentenceAt(text: string, blocks: BlockRanges, offset: number, language?: string): Passage | null {
  for (const block of blocks.slice(Math.max(0, blockIndexAt(blocks, offset)))) {
    const found = sentencesOf(text, block, language).find((sentence) => sentence.end > offset);
    if (found) return found;
  }
  return null;
}

/** The sentence that follows (precedes) the one `offset` lies in; null at the text's end (beginning). */
export function nextSentence(
  text: string,
  blocks: BlockRanges,
  offset: number,
  direction: 1 | -1,
  language?: string,
): Passage | null {
  const here = blockIndexAt(blocks, offset);
  const from = direction === 1 ? blocks.slice(Math.max(0, here)) : blocks.slice(0, here + 1).reverse();
  const current = sentenceAt(text, blocks, offset, language);
  const beyond = (sentence: Passage) =>
    direction === 1 ? sentence.start > (current?.start ?? offset) : sentence.end <= (current?.start ?? offset);
  for (const block of from) {
    const sentences = sentencesOf(text, block, language).filter(beyond);
    const found = direction === 1 ? sentences[0] : sentences.at(-1);
    if (found) return found;
  }
  return null;
}

/**
 * Where an edge of a passage goes when it moves by one unit: a passage's `end` steps to ends of words and sentences, its
 * `start` to their starts. Stays where it is at the ends of the text.
 */
export function movedEdge(
  text: string,
  blocks: BlockRanges,
  offset: number,
  edge: "start" | "end",
  direction: 1 | -1,
  unit: Unit,
  language?: string,
): number {
  if (unit === "character") return characterStep(text, blocks, offset, direction);
  const here = blockIndexAt(blocks, offset);
  const near = direction === 1 ? blocks.slice(Math.max(0, here)) : blocks.slice(0, here + 1).reverse();
  for (const block of near) {
    const stops = stopsOf(text, block, edge, unit, language);
    const stop = direction === 1 ? stops.find((place) => place > offset) : stops.findLast((place) => place < offset);
    if (stop !== undefined) return stop;
  }
  return offset;
}

function stopsOf(
  text: string,
  block: Passage,
  edge: "start" | "end",
  unit: "word" | "sentence",
  language: string | undefined,
): number[] {
  if (unit === "sentence") return sentencesOf(text, block, language).map((sentence) => sentence[edge]);
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  const stops: number[] = [];
  for (const { index, segment, isWordLike } of segmenter.segment(text.slice(block.start, block.end))) {
    if (isWordLike) stops.push(block.start + index + (edge === "end" ? segment.length : 0));
  }
  // The block's own edge too: the full stop after the last word, the quotation mark before the first.
  stops.push(edge === "end" ? block.end : block.start);
  return [...new Set(stops)].sort((a, b) => a - b);
}

function characterStep(text: string, blocks: BlockRanges, offset: number, direction: 1 | -1): number {
  const moved = direction === 1 ? boundaryAfter(text, offset + 1) : boundaryBefore(text, offset - 1);
  if (moved < 0 || moved > text.length) return offset;
  const block = blocks.find(({ start, end }) => start <= moved && moved <= end);
  if (block) return moved;
  // Between two blocks: over the break in one step.
  return direction === 1
    ? (blocks.find(({ start }) => start > offset)?.start ?? offset)
    : (blocks.findLast(({ end }) => end < offset)?.end ?? offset);
}
