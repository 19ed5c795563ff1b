/** What an editor sends as an article's corrected text: checked, tidied, its blocks numbered anew. Pure. */
import { z } from "zod";
import { tidyCode, tidyWithOffsets } from "@/lib/article/import/tidy";
import { reviewedMetadataSchema, withIds } from "@/lib/article/review";
import { type Block, blockSchema } from "@/lib/article/schema";
import { isAllowedLink } from "@/lib/links";

/** Bounds of a revision, in blocks and in code units of all of them. */
const mostBlocks = 20_000;
const mostText = 2_000_000;

export const correctionSchema = z.object({
  metadata: reviewedMetadataSchema,
  blocks: z
    .array(blockSchema)
    .max(mostBlocks, `An article holds at most ${mostBlocks} blocks`)
    .refine(
      (blocks) => blocks.reduce((sum, { text }) => sum + text.length, 0) <= mostText,
      `An article holds at most ${mostText} characters`,
    ),
});

/**
 * The blocks as a revision holds them: words on one line each, empty blocks gone, marks inside their block and links
 * only where links may lead. What refers to a block that went is plain text again.
 */
export function correctedBlocks(blocks: readonly Block[]): Block[] {
  const kept = blocks.map(tidied).filter(({ text }) => text !== "");
  const ids = new Map(kept.map(({ id }, index) => [id, `b${index + 1}`]));
  return kept.map((block) => withIds(block, ids));
}

function tidied(block: Block): Block {
  if (block.type === "code") return { ...block, text: tidyCode(block.text).replace(/^\n+|\s+$/g, ""), marks: [] };
  const { text, offsetOf } = tidyWithOffsets(block.text);
  const marks = block.marks
    .map((mark) => ({ ...mark, start: offsetOf(mark.start), end: offsetOf(mark.end) }))
    .filter((mark) => mark.start < mark.end && (mark.type !== "link" || isAllowedLink(mark.href)));
  return block.type === "table-row" ? { ...block, text, marks, cells: cellsOf(text) } : { ...block, text, marks };
}

const cellSeparator = " | ";

/** Where each cell's words stand in a table row's text. */
function cellsOf(text: string): { start: number; end: number }[] {
  let start = 0;
  return text.split(cellSeparator).map((words) => {
    const cell = { start, end: start + words.length };
    start = cell.end + cellSeparator.length;
    return cell;
  });
}
