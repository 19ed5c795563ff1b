/** How much import takes, far above anything that a person writes. */
import type { SourceKind } from "../schema";

/** The largest file or page, in bytes. */
export const largestFile = 20_000_000;

/** Longest words taken, in UTF-16 code units. A long book has a million; Markdown's parser costs more per character. */
export const longestContent: Record<Exclude<SourceKind, "docx" | "pdf">, number> = {
  text: 2_000_000,
  markdown: 400_000,
  "rich-text": 4_000_000,
  html: 8_000_000,
};

export const mostParagraphs = 20_000;

/** Elements of a page or document nest no deeper. */
export const deepestElement = 400;
/** Elements of a page or document. */
export const mostElements = 200_000;

/** What a DOCX holds once unpacked, in bytes: of the parts that are read. */
export const largestUnpacked = 60_000_000;
/** Pages of a PDF. */
export const mostPages = 1_000;

/** What one import may take, whatever comes in. */
export const workLimits = { seconds: 60, heapMb: 768 };
/** Imports running at once; more wait. */
export const mostAtOnce = 2;
