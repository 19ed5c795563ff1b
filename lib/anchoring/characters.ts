/** Sorts characters into the few kinds that matter for telling words apart, in any script. */

/** What a character does in a word. Numbers, because a table of them holds one for each code unit. */
export const kind = {
  space: 1,
  /** Seen by nobody: soft hyphens, directional marks, zero-width spaces. Text is the same with or without it. */
  ignorable: 2,
  letter: 3,
  digit: 4,
  /** A letter of a script that writes words without spaces between them; there, neighbouring letters say nothing. */
  lone: 5,
  /** Belongs to the character before it: accents, joiners, variation selectors, skin tones. */
  mark: 6,
  regional: 7,
  symbol: 8,
} as const;

export type Kind = (typeof kind)[keyof typeof kind];

const ignorable = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;
const mark = /\p{M}|\p{Emoji_Modifier}|\p{Join_Control}|[\u{e0020}-\u{e007f}]/u;
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

function classify(character: string): Kind {
  if (/\s/u.test(character)) return kind.space;
  if (ignorable.test(character)) return kind.ignorable;
  if (mark.test(character)) return kind.mark;
  if (/\p{Regional_Indicator}/u.test(character)) return kind.regional;
  if (/\p{N}/u.test(character)) return kind.digit;
  if (/[\p{L}_]/u.test(character)) return unspaced.test(character) ? kind.lone : kind.letter;
  return kind.symbol;
}

/** The kinds of the basic plane's characters, looked up once each; 0 is not yet. */
const known = new Uint8Array(0x10000);

/** The kind of a code point. */
export function kindOf(codePoint: number): Kind {
  if (codePoint > 0xffff) return classify(String.fromCodePoint(codePoint));
  let found = known[codePoint] as Kind | 0;
  if (found === 0) {
    found = classify(String.fromCharCode(codePoint));
    known[codePoint] = found;
  }
  return found;
}

const apostrophes = new Set(["'", "’", "ʼ", "＇"].map((character) => character.charCodeAt(0)));

/** Whether a code unit is an apostrophe, straight or curled. */
export const isApostrophe = (unit: number) => apostrophes.has(unit);
