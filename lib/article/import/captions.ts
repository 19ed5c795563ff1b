/** Recognises picture captions by the credit at their end. */
import { countWords } from "./shapes";

interface Caption {
  /** How much of the text is the caption itself, in code units. */
  length: number;
  credit: string;
}

const creditWord =
  /\b(?:photo(?:graph)?s?|pictures?|image|illustration|courtesy|credit|getty|reuters|afp|associated press|\bap\b|shutterstock|unsplash|flickr|wikimedia|via)\b/i;
const labelled = /^(?:photo(?:graph)?s?|pictures?|image|illustration|credit)(?:\s*(?:by|credit|:)+)*\s*/i;
/** "Getty/Omar Havana": agency and person, both capitalised. */
const agencyAndName = /^\p{Lu}[\p{L}\p{M}.&' -]*\/\s?\p{Lu}[\p{L}\p{M}.&'/ -]*$/u;
const longestCaption = 80;
const longestCredit = 10;

/** The caption's length and credit, or null when no credit ends the text. */
export function readCaption(text: string): Caption | null {
  if (text.length > 1000 || countWords(text) > longestCaption) return null;
  const bracketed = /[([]([^()[\]]{2,80})[)\]]\.?$/.exec(text);
  if (bracketed !== null) return credited(bracketed.index, bracketed[1] ?? "");
  const trailing =
    /(?:^|[.!?”"]\s+)((?:photo(?:graph)?s?|pictures?|image|illustration|credit)(?: credit)?(?::| by)\s[^.]{2,80})\.?$/iu.exec(
      text,
    );
  if (trailing === null) return null;
  return credited(text.lastIndexOf(trailing[1] ?? ""), trailing[1] ?? "");
}

function credited(length: number, words: string): Caption | null {
  const isCredit = countWords(words) <= longestCredit && (agencyAndName.test(words) || creditWord.test(words));
  const isPlainAside = /\b(?:is|are|was|were|which|that)\b/i.test(words);
  return isCredit && !isPlainAside && length > 0 ? { length, credit: words.replace(labelled, "") } : null;
}
