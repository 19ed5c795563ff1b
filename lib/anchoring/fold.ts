/** The form of a text in which it is compared: what typesetting changes and readers don't notice is made the same. */
import { kind, kindOf } from "./characters";

const single = /[‘’‚‛ʼ＇‹›]/gu;
const double = /[“”„‟«»＂]/gu;
const dash = /[‐‑‒–—―−﹘﹣－]/gu;

/** Removes what nobody sees. */
function withoutIgnorable(text: string): string {
  let kept = "";
  for (const character of text) if (kindOf(character.codePointAt(0) ?? 0) !== kind.ignorable) kept += character;
  return kept;
}

/** One word or symbol as it is compared: composed (NFC), in lower case, with plain quotes and dashes. */
export function foldWord(word: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant, which needs no folding.
  if (/^[\x00-\x7f]*$/.test(word)) return word.toLowerCase();
  return withoutIgnorable(word)
    .normalize("NFC")
    .toLowerCase()
    .replace(single, "'")
    .replace(double, '"')
    .replace(dash, "-");
}

/** A text as it is compared, and the way back. */
export interface Folded {
  text: string;
  /** For each code unit of `text`, and for its end, the code unit of the original that it comes from. */
  offsets: Int32Array;
}

/** The end of the character that starts at `at`, with the marks that belong to it. */
function characterEnd(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length) {
    const point = text.codePointAt(end) ?? 0;
    // Conjoining jamo compose with what is before them as marks do.
    if (kindOf(point) !== kind.mark && !(point >= 0x1160 && point <= 0x11ff)) break;
    end += point > 0xffff ? 2 : 1;
  }
  return end;
}

/** Folds a whole text; any run of spaces is one space. */
export function fold(text: string): Folded {
  const parts: string[] = [];
  const offsets: number[] = [];
  let isAfterSpace = false;
  for (let at = 0; at < text.length; ) {
    const end = characterEnd(text, at);
    const sort = kindOf(text.codePointAt(at) ?? 0);
    const isSpace = sort === kind.space;
    const folded = isSpace ? (isAfterSpace ? "" : " ") : foldWord(text.slice(at, end));
    if (sort !== kind.ignorable) isAfterSpace = isSpace;
    parts.push(folded);
    // A character that folds to as many units keeps them apart; any other is only known as a whole.
    for (let unit = 0; unit < folded.length; unit++) offsets.push(folded.length === end - at ? at + unit : at);
    at = end;
  }
  offsets.push(text.length);
  return { text: parts.join(""), offsets: Int32Array.from(offsets) };
}
