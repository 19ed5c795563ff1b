/** A part of a comment's plain text, in UTF-16 code units, and the part that the reader has selected in the page. */
import { z } from "zod";

export const partSchema = z.object({ start: z.number().int().min(0), end: z.number().int() });
export type Part = z.infer<typeof partSchema>;

/**
 * What is selected of a comment's words; null when nothing of them is.
 * @param words the element whose children are the comment's paragraphs
 */
export function selectedIn(words: HTMLElement): Part | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(words)) return null;
  const start = lengthBefore(words, range.startContainer, range.startOffset);
  const end = lengthBefore(words, range.endContainer, range.endOffset);
  return start < end ? { start, end } : null;
}

/** How much of the comment's plain text stands before the point: paragraphs stand a line apart. */
function lengthBefore(words: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(words);
  // A point outside is the nearest end of the words.
  const where = before.comparePoint(node, offset);
  if (where < 0) return 0;
  if (where === 0) before.setEnd(node, offset);
  const paragraphs = before.cloneContents().querySelectorAll("p").length;
  return before.toString().length + Math.max(0, paragraphs - 1);
}
