/** Judges what stands below an article: legal small print, and a sentence or two about its author. */
import type { Metadata } from "../schema";
import { introduces } from "./boxes";
import { rightsReserved } from "./page-words";
import { countWords, shortened, wordsOf } from "./shapes";
import { type Decisions, decide, isVerbatim, type Judged, type Unit } from "./unit";

/** Ways in which publishers claim rights, limit what they answer for and say what they are. */
const smallPrint = [
  rightsReserved,
  /\b(?:do|does) not necessarily (?:reflect|represent)\b/i,
  /\b(?:does not constitute|is not intended as|may not be reproduced|licen[sc]ed under|creative commons|republish (?:this|our))\b/i,
  /\b(?:registered (?:charity|company|office)|501\(c\)|company number)\b/i,
];
/** Small print when it speaks of the publisher or the author; else the article may be speaking of someone. */
const smallPrintOfTheirs = [
  /\b(?:views|opinions|positions|findings|conclusions|statements)\b.*\b(?:are|is|remain)\b.*\b(?:those of|own|alone|independent)\b/i,
  /\b(?:acknowledges?|thanks?|grateful)\b.*\b(?:supporters|donors|funders|sponsors|members)\b/i,
];
const mostWords = 120;

/**
 * Walks up from the end, past what is set aside and past footnotes, until the first paragraph that is the article's own:
 * above that, the same words are part of it.
 */
export function judgeTail(units: readonly Unit[], { authors = [], publisher = "" }: Partial<Metadata>): Judged {
  const decisions: Decisions = new Map();
  for (let index = units.length - 1; index >= 0; index--) {
    const unit = units[index];
    if (unit === undefined || isVerbatim(unit)) break;
    if (unit.aside !== null || unit.form.type === "footnote") continue;
    if (introduces(unit.text, authors)) decisions.set(index, { aside: "metadata" });
    else if (isAny(smallPrint, unit.text)) decisions.set(index, { aside: "legal" });
    else if (!isAny(smallPrintOfTheirs, unit.text)) break;
    else if (speaksOfItself(unit.text, publisher)) decisions.set(index, { aside: "legal" });
    else {
      const warnings = [`Kept, though it may be legal small print: “${shortened(unit.text)}”`];
      return { units: decide(units, decisions), warnings };
    }
  }
  return { units: decide(units, decisions), warnings: [] };
}

function isAny(patterns: readonly RegExp[], text: string): boolean {
  return countWords(text) <= mostWords && patterns.some((pattern) => pattern.test(text));
}

/** Whether it names the author, or the publisher by half of its name's longer words or more. */
function speaksOfItself(text: string, publisher: string): boolean {
  const words = new Set(wordsOf(text));
  if (words.has("author") || words.has("authors")) return true;
  const name = wordsOf(publisher).filter((word) => word.length > 3);
  return name.length > 0 && name.filter((word) => words.has(word)).length >= name.length / 2;
}
