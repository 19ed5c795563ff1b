/** The kinds of block that a person can choose, with their names. */
import type { Block } from "@/lib/article/schema";

/** A kind as one word: headings and lists by level and order. */
export type BlockKind =
  | "paragraph"
  | "heading-2"
  | "heading-3"
  | "heading-4"
  | "quote"
  | "pull-quote"
  | "bullet"
  | "numbered"
  | "caption"
  | "footnote"
  | "table-row"
  | "code";

export const blockKinds: Record<BlockKind, string> = {
  paragraph: "Paragraph",
  "heading-2": "Heading",
  "heading-3": "Subheading",
  "heading-4": "Smaller heading",
  quote: "Quotation",
  "pull-quote": "Pull quote",
  bullet: "List item",
  numbered: "Numbered item",
  caption: "Caption",
  footnote: "Footnote",
  "table-row": "Table row",
  code: "Code",
};

export function kindOf(block: Block): BlockKind {
  switch (block.type) {
    case "heading":
      return block.level <= 2 ? "heading-2" : block.level === 3 ? "heading-3" : "heading-4";
    case "list-item":
      return block.ordered ? "numbered" : "bullet";
    default:
      return block.type;
  }
}

export const kindName = (block: Block): string => blockKinds[kindOf(block)];
