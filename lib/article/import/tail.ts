/** Judges what stands below an article: legal small print, and a sentence or two about its author. */
import type { Metadata } from "../schema";
import { introduces } from "./boxes";
import { countWords } from "./shapes";
import { type Decisions, decide, type Unit } from "./unit";

/** Ways in which publishers limit what they answer for, claim rights, and say what they are. */
const smallPrint = [
  /(?:©|\(c\)|\bcopyright\b)\s*\d{0,4}.*|\ball rights reserved\b/i,
  /\b(?:views|opinions|positions|findings|conclusions|statements)\b.*\b(?:those of|(?:his|her|their) own|independent|necessarily)\b/i,
  /\b(?:not|no part)\b.*\b(?:constitute|be (?:construed|reproduced|relied)|intended as)\b/i,
  /\b(?:registered (?:charity|company|office)|501\(c\)|non-?profit organi[sz]ation|company number)\b/i,
  /\b(?:acknowledge|thanks?|grateful)\b.*\b(?:supporters|donors|funders|sponsors|support of)\b/i,
  /\b(?:licen[sc]ed under|creative commons|republish)\b/i,
];
const mostWords = 120;

/**
 * Walks up from the end, past what is set aside and past footnotes, until the first paragraph that is the article's own:
 * above that, the same words are part of it.
 */
export function judgeTail(units: readonly Unit[], authors: Metadata["authors"]): readonly Unit[] {
  const decisions: Decisions = new Map();
  for (let index = units.length - 1; index >= 0; index--) {
    const unit = units[index];
    if (unit === undefined || unit.form.type === "code") break;
    if (unit.aside !== null || unit.form.type === "footnote") continue;
    if (isSmallPrint(unit.text)) decisions.set(index, { aside: "legal" });
    else if (introduces(unit.text, authors)) decisions.set(index, { aside: "metadata" });
    else break;
  }
  return decide(units, decisions);
}

function isSmallPrint(text: string): boolean {
  return countWords(text) <= mostWords && smallPrint.some((pattern) => pattern.test(text));
}
