/** Finds out, with Mozilla's Readability, which paragraphs of a page are its article's. */
import { Readability } from "@mozilla/readability";
import { isWithin, type Place } from "./place";
import type { Piece } from "./walk";

/** Marks the elements that Readability is asked about. It keeps attributes, though it makes elements anew. */
const attribute = "data-piece";
/** The article's box is the innermost that holds this share of its characters. */
const boxHolds = 0.85;

export interface MainContent {
  /** Pieces that are the article's, by position. */
  kept: ReadonlySet<number>;
  /** The innermost place that holds nearly all of them. */
  box: Place;
}

/**
 * What is the article's; null when Readability finds none. The document is taken apart by that: afterwards only what was
 * read out of it before is of use.
 */
export function findMainContent(document: Document, pieces: readonly Piece[]): MainContent | null {
  for (const [index, { element }] of pieces.entries()) element.setAttribute(attribute, String(index));
  const found = new Readability<Element>(document, { serializer: (node) => node as Element }).parse();
  if (!found?.content) return null;
  const elements = new Set<number>();
  for (const element of found.content.querySelectorAll(`[${attribute}]`)) {
    elements.add(Number(element.getAttribute(attribute)));
  }
  // Several pieces may stand in one element; the mark it carries is the last one's.
  const keptElements = new Set([...elements].map((index) => pieces[index]?.element));
  const kept = new Set(pieces.flatMap(({ element }, index) => (keptElements.has(element) ? [index] : [])));
  const box = boxOf(pieces.filter((_, index) => kept.has(index)));
  return box === null ? null : { kept, box };
}

function boxOf(pieces: readonly Piece[]): Place | null {
  const sizes = new Map<Place, number>();
  let all = 0;
  for (const { place, text } of pieces) {
    all += text.length;
    for (let at: Place | null = place; at !== null; at = at.parent) sizes.set(at, (sizes.get(at) ?? 0) + text.length);
  }
  let box: Place | null = null;
  for (const [place, size] of sizes) {
    if (size >= all * boxHolds && (box === null || place.depth > box.depth)) box = place;
  }
  return box;
}

/** Whether the piece stands in the article's box. */
export const isInBox = ({ place }: Piece, { box }: MainContent) => isWithin(place, box);
