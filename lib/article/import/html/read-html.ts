/** Reads HTML into units: a whole page, a clipboard's piece of one, or what a word processor's file was turned into. */
import type { Metadata } from "../../schema";
import { linkedMarks } from "../inline";
import type { Reading } from "../reading";
import { folded, isProse, shortened, wordsOf } from "../shapes";
import type { Unit } from "../unit";
import { parseDocument } from "./document";
import { dropBackLinks, type FootnoteLinks, findFootnotes } from "./footnote-links";
import { findMainContent, isInBox, type MainContent } from "./main-content";
import { pageMetadata } from "./page-metadata";
import type { Place } from "./place";
import { type Piece, walk } from "./walk";

interface Options {
  /** Whether it is a whole page, with a head and with boxes around the article. */
  isPage: boolean;
  /** Where it came from. */
  url?: string;
}

/** Prose of this many words is nobody's button, whatever its box is called. */
const longProse = 40;
/** A paragraph whose characters are links to this share, and that is no sentence, leads elsewhere. */
const linkDense = 0.7;
/** What names an author or a date beside a title. */
const bylineName = /\b(?:by-?line|author|dateline|post-?date|pub-?date|published|timestamp|entry-meta|article-meta)\b/i;
const mostBylineWords = 16;

/**
 * The document's paragraphs, in order. What its own structure says isn't the article's is set aside already; the judges
 * see the rest. Nothing of the HTML itself is kept: no element, no attribute but the address of a link to the web.
 *
 * @throws AppError `too-large` or `invalid-input` for what can't be read in bounded time
 */
export function readHtml(html: string, { isPage, url }: Options): Reading {
  const document = parseDocument(html);
  const footnotes = findFootnotes(document);
  dropBackLinks(document, footnotes);
  const metadata = isPage ? pageMetadata(document, url) : {};
  const pieces = walk(document.body ?? document.documentElement, metadata.sourceUrl ?? url, footnotes.labelOf);
  const { warnings } = keepLongProse(pieces);
  const main = isPage ? findMainContent(document, pieces) : null;
  if (main !== null) setAsideOutside(pieces, main);
  const head = isPage ? judgeHeadLines(pieces, metadata) : metadata;
  return { units: unitsOf(pieces, footnotes), metadata: head, warnings };
}

/** A box may be called "promo" and hold the article's own words: long prose stays, with a warning. */
function keepLongProse(pieces: readonly Piece[]): { warnings: string[] } {
  const warnings: string[] = [];
  for (const piece of pieces) {
    const isDoubtful = piece.aside === "advert" || piece.aside === "share-bar" || piece.aside === "newsletter";
    if (!isDoubtful || !isProse(piece.text) || wordsOf(piece.text).length < longProse) continue;
    piece.aside = null;
    warnings.push(`Kept, though the page calls it something else than its article: “${shortened(piece.text)}”`);
  }
  return { warnings };
}

/** What stands below the article's box isn't the article's; above it the judges look for title and byline themselves. */
function setAsideOutside(pieces: readonly Piece[], main: MainContent): void {
  const first = Math.min(...main.kept);
  pieces.forEach((piece, index) => {
    if (piece.aside !== null || main.kept.has(index)) return;
    if (isMostlyLinks(piece) && !isProse(piece.text)) piece.aside = "navigation";
    else if (index > first && !isInBox(piece, main)) piece.aside = "outside";
  });
}

function isMostlyLinks({ text, marks, form }: Piece): boolean {
  if (form.type === "heading") return false;
  const linked = marks.reduce((sum, mark) => sum + (mark.type === "link" ? mark.end - mark.start : 0), 0);
  return linked >= text.length * linkDense;
}

/** Takes the title from its heading, sets aside lines that the head's metadata repeats, and drops a standfirst cut short. */
function judgeHeadLines(pieces: readonly Piece[], metadata: Partial<Metadata>): Partial<Metadata> {
  const open = pieces.filter(({ aside }) => aside === null);
  const headings = open.filter(({ form }) => form.type === "heading" && form.level === 1);
  const [only] = headings;
  const title = headings.length === 1 && only !== undefined ? only.text : metadata.title;
  const names = new Set(metadata.authors?.map(({ name }) => folded(name)));
  for (const piece of open.slice(0, 40)) {
    const key = folded(piece.text);
    const called = `${piece.element.getAttribute("class") ?? ""} ${piece.element.getAttribute("itemprop") ?? ""} ${piece.element.getAttribute("rel") ?? ""}`;
    const isByline = bylineName.test(called) && wordsOf(piece.text).length <= mostBylineWords && !isProse(piece.text);
    if (names.has(key) || (isByline && metadata.authors !== undefined)) piece.aside = "metadata";
    else if (metadata.standfirst !== undefined && key === folded(metadata.standfirst)) piece.aside = "metadata";
  }
  const { standfirst, ...rest } = metadata;
  const start = folded(standfirst?.replace(/\s*(?:…|\.\.\.)$/, "") ?? "");
  const isCutShort = open.some(({ text, aside }) => aside === null && folded(text).startsWith(start));
  return { ...rest, ...(title && { title }), ...(standfirst && !isCutShort && { standfirst }) };
}

function unitsOf(pieces: readonly Piece[], { notes }: FootnoteLinks): Unit[] {
  const noteAt = new Map<string, number>();
  const marksOfNotes = marksByNote(pieces);
  const forms = pieces.map(({ form, place }, index) => {
    const note = noteOf(place, notes);
    if (note === null) return form;
    if (!noteAt.has(note)) noteAt.set(note, index);
    return { type: "footnote" as const, mark: marksOfNotes.get(note) ?? "*" };
  });
  return pieces.map(({ text, marks, aside }, index) => ({
    text,
    marks: linkedMarks(marks, noteAt),
    form: forms[index] ?? { type: "paragraph" },
    group: index,
    // Notes are the article's own wherever the page puts them.
    aside: forms[index]?.type === "footnote" ? null : aside,
  }));
}

/** The note that the place belongs to. */
function noteOf(place: Place, notes: ReadonlySet<string>): string | null {
  for (let at: Place | null = place; at !== null; at = at.parent) if (notes.has(at.id)) return at.id;
  return null;
}

/** What each note's mark shows in the text. */
function marksByNote(pieces: readonly Piece[]): Map<string, string> {
  const shown = new Map<string, string>();
  for (const { text, marks } of pieces) {
    for (const mark of marks) {
      if (mark.type === "footnote" && !shown.has(mark.label)) shown.set(mark.label, text.slice(mark.start, mark.end));
    }
  }
  return shown;
}
