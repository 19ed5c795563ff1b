/** An article's blocks as the document of the editor that corrects them, and back. Pure. */
import { type BlockKind, kindOf } from "@/components/revisions/block-kinds";
import type { Block, Mark } from "@/lib/article/schema";

interface DocMark {
  type: string;
  attrs?: Record<string, unknown>;
}

interface DocText {
  type: "text";
  text: string;
  marks?: DocMark[];
}

/** What a block is beside its words. Null: it has none of that. */
export interface BlockAttributes {
  id: string | null;
  kind: BlockKind;
  /** A heading's level as it was: the choice of kinds knows fewer. */
  level: number | null;
  /** A list item's depth. */
  depth: number | null;
  /** A footnote's mark. */
  mark: string | null;
  /** A caption's credit. */
  credit: string | null;
  /** The block that a pull quote repeats. */
  repeats: string | null;
  /** A table row's table, and whether it is the row of headings. */
  table: number | null;
  isHeader: boolean | null;
}

export interface DocBlock {
  type: "block";
  attrs: BlockAttributes;
  content?: DocText[];
}

export interface BlocksDoc {
  type: "doc";
  content: DocBlock[];
}

export function docOf(blocks: readonly Block[]): BlocksDoc {
  return { type: "doc", content: blocks.map(docBlock) };
}

export function blocksOf({ content }: BlocksDoc): Block[] {
  const taken = new Set<string>();
  return content.map(({ attrs, content: texts = [] }, index) => {
    // A block that was split has its id twice; the first half keeps it.
    const id = attrs.id !== null && !taken.has(attrs.id) ? attrs.id : `new${index}`;
    taken.add(id);
    return blockOf(attrs, id, texts);
  });
}

function docBlock(block: Block): DocBlock {
  const attrs: BlockAttributes = {
    id: block.id,
    kind: kindOf(block),
    level: block.type === "heading" ? block.level : null,
    depth: block.type === "list-item" ? block.depth : null,
    mark: block.type === "footnote" ? block.mark : null,
    credit: (block.type === "caption" && block.credit) || null,
    repeats: block.type === "pull-quote" ? block.repeats : null,
    table: block.type === "table-row" ? block.table : null,
    isHeader: block.type === "table-row" ? block.isHeader : null,
  };
  const content = textsOf(block);
  return { type: "block", attrs, ...(content.length > 0 && { content }) };
}

/** The block's words, cut wherever a mark begins or ends. */
function textsOf({ text, marks }: Block): DocText[] {
  const edges = new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  return cuts.slice(1).map((end, index): DocText => {
    const start = cuts[index] ?? 0;
    const over = marks.filter((mark) => mark.start <= start && end <= mark.end).map(docMark);
    return { type: "text", text: text.slice(start, end), ...(over.length > 0 && { marks: over }) };
  });
}

function docMark(mark: Mark): DocMark {
  switch (mark.type) {
    case "emphasis":
      return { type: "italic" };
    case "strong":
      return { type: "bold" };
    case "code":
      return { type: "code" };
    case "link":
      return { type: "link", attrs: { href: mark.href } };
    case "footnote":
      return { type: "footnoteMark", attrs: { block: mark.block } };
  }
}

function blockOf(attributes: BlockAttributes, id: string, texts: DocText[]): Block {
  const { kind, level, depth, mark, credit, repeats, table, isHeader } = attributes;
  const base = { id, text: texts.map(({ text }) => text).join(""), marks: marksOf(texts) };
  switch (kind) {
    case "heading-2":
    case "heading-3":
      return { ...base, type: "heading", level: kind === "heading-2" ? 2 : 3 };
    case "heading-4":
      return { ...base, type: "heading", level: Math.max(4, level ?? 4) };
    case "bullet":
    case "numbered":
      return { ...base, type: "list-item", ordered: kind === "numbered", depth: depth ?? 0 };
    case "caption":
      return { ...base, type: "caption", ...(credit && { credit }) };
    case "footnote":
      return { ...base, type: "footnote", mark: mark ?? "*" };
    case "pull-quote":
      return { ...base, type: "pull-quote", repeats: repeats ?? "" };
    case "table-row":
      // The server finds the cells in the text.
      return { ...base, type: "table-row", table: table ?? 1, isHeader: isHeader ?? false, cells: [] };
    case "paragraph":
    case "quote":
    case "code":
      return { ...base, type: kind };
  }
}

/** The marks over the texts; those that go on from one text to the next are one. */
function marksOf(texts: readonly DocText[]): Mark[] {
  const marks: Mark[] = [];
  let start = 0;
  for (const { text, marks: over = [] } of texts) {
    const end = start + text.length;
    for (const each of over) {
      const mark = markOf(each, start, end);
      const before = mark && marks.findLast((known) => known.end === start && isSameMark(known, mark));
      if (before) before.end = end;
      else if (mark) marks.push(mark);
    }
    start = end;
  }
  return marks;
}

function markOf({ type, attrs }: DocMark, start: number, end: number): Mark | null {
  switch (type) {
    case "italic":
      return { type: "emphasis", start, end };
    case "bold":
      return { type: "strong", start, end };
    case "code":
      return { type: "code", start, end };
    case "link":
      return typeof attrs?.href === "string" ? { type: "link", start, end, href: attrs.href } : null;
    case "footnoteMark":
      return typeof attrs?.block === "string" ? { type: "footnote", start, end, block: attrs.block } : null;
    default:
      return null;
  }
}

function isSameMark(a: Mark, b: Mark): boolean {
  if (a.type === "link" && b.type === "link") return a.href === b.href;
  if (a.type === "footnote" && b.type === "footnote") return a.block === b.block;
  return a.type === b.type;
}
