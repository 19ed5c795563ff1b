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

export const sourceKinds = ["text", "markdown"] as const;

/** What people hand in. */
export interface Source {
  kind: (typeof sourceKinds)[number];
  content: string;
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
  raw: string;
}
