/** The shape of an imported article: its metadata, its blocks, and what import set aside. */
import { z } from "zod";

/** A stretch of a block's text that is more than plain words. Offsets are UTF-16 code units within the block. */
export const markSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("emphasis"), start: z.number().int(), end: z.number().int() }),
  z.object({ type: z.literal("strong"), start: z.number().int(), end: z.number().int() }),
  z.object({ type: z.literal("code"), start: z.number().int(), end: z.number().int() }),
  z.object({ type: z.literal("link"), start: z.number().int(), end: z.number().int(), href: z.string() }),
  /** A footnote's mark in the text; `block` is the footnote's block id. */
  z.object({ type: z.literal("footnote"), start: z.number().int(), end: z.number().int(), block: z.string() }),
]);
export type Mark = z.infer<typeof markSchema>;

const blockBase = {
  /** Unique in its revision, stable for equal content and order: `b1`, `b2`, … */
  id: z.string(),
  /** The words, already normalised: no line breaks but in code, no runs of spaces. */
  text: z.string(),
  marks: z.array(markSchema),
};

export const blockSchema = z.discriminatedUnion("type", [
  z.object({ ...blockBase, type: z.literal("heading"), level: z.number().int().min(2).max(6) }),
  z.object({ ...blockBase, type: z.literal("paragraph") }),
  z.object({ ...blockBase, type: z.literal("quote") }),
  /** A repeat of a body sentence, set large by the publisher; `repeats` is the block it repeats. */
  z.object({ ...blockBase, type: z.literal("pull-quote"), repeats: z.string() }),
  z.object({ ...blockBase, type: z.literal("list-item"), ordered: z.boolean(), depth: z.number().int().min(0) }),
  z.object({ ...blockBase, type: z.literal("caption"), credit: z.string().optional() }),
  z.object({ ...blockBase, type: z.literal("footnote"), mark: z.string() }),
  z.object({ ...blockBase, type: z.literal("code") }),
  /** One row of a table; its text is the cells' joined by " | ". Rows of the same table follow each other. */
  z.object({
    ...blockBase,
    type: z.literal("table-row"),
    /** The table, numbered from 1 in its article. */
    table: z.number().int().min(1),
    isHeader: z.boolean(),
    /** Where each cell's words stand in the text. */
    cells: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
  }),
]);
export type Block = z.infer<typeof blockSchema>;

export const metadataSchema = z.object({
  title: z.string(),
  standfirst: z.string().optional(),
  authors: z.array(z.object({ name: z.string(), role: z.string().optional() })),
  publisher: z.string().optional(),
  /** Calendar days, `2025-06-23`. */
  publishedOn: z.iso.date().optional(),
  updatedOn: z.iso.date().optional(),
  /** BCP 47. */
  language: z.string().optional(),
  sourceUrl: z.string().optional(),
  /** What pictures show, with whom they come from: the article's caption blocks. */
  captions: z.array(z.object({ text: z.string(), credit: z.string().optional() })).optional(),
  /** What the publisher says it corrected, verbatim. */
  corrections: z.array(z.string()).optional(),
});
export type Metadata = z.infer<typeof metadataSchema>;

const setAsideReasons = [
  "form-field",
  "consent",
  "navigation",
  "share-bar",
  "newsletter",
  "legal",
  "repeated-title",
  "repeated",
  "advert",
  "metadata",
  "hidden",
  "outside",
  "by-hand",
] as const;

export const setAsideSchema = z.object({
  /** `s1`, `s2`, … in source order. */
  id: z.string(),
  text: z.string(),
  reason: z.enum(setAsideReasons),
  /** The block it stood before in the source; null at the end. Restoring puts it back there. */
  before: z.string().nullable(),
});
export type SetAside = z.infer<typeof setAsideSchema>;

export const sourceKinds = ["text", "markdown", "rich-text", "html", "docx", "pdf"] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** What people hand in. */
export interface Source {
  /** `rich-text` is the HTML of a clipboard: a part of a page, or what a word processor copies. */
  kind: SourceKind;
  /** Characters, or bytes whose encoding is found out. A DOCX or PDF is bytes. */
  content: string | Uint8Array;
  /** Where a page came from; what it links to is read relative to it. */
  url?: string;
  /** The encoding that a page's server named. */
  charset?: string;
  /** Known from elsewhere; otherwise recognised in the content. */
  title?: string;
}

/** What `importArticle` returns and the preview shows. */
export interface ImportResult {
  metadata: Metadata;
  blocks: Block[];
  setAside: SetAside[];
  /** Doubts, in words: what was kept though it may not belong. */
  warnings: string[];
  /** The source, untouched. */
  raw: string | Uint8Array;
}
