/** The letters of a text as they are read, what words they make, and which of them may be something else than they seem. Pure. */
import { plainOf } from "./looks";

/** What is read of one written character, or a part of it: "ﬁ" is read as two. */
export interface Unit {
  /** Its place among the text's units. */
  index: number;
  plain: string;
  /** The written character, in the text's UTF-16 code units. */
  start: number;
  end: number;
  /** Whether it is the first and the last letter that its written character is read as: of “🄢”, which is “(S)”, S is both. */
  opens: boolean;
  closes: boolean;
}

export interface Letter extends Unit {
  /** Whether a word begins with it. */
  startsWord: boolean;
  /** Whether it may be the letter of another alphabet that it looks like. */
  isDisguised: boolean;
  /** Whether it may be the letter that it stands in for: "1" for "i". */
  standsIn: boolean;
}

/** What words are made of: letters, digits, emoji. */
export const isLetterLike = (plain: string) => /[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]/u.test(plain);

export function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const plain = plainOf(character);
    for (const [part, each] of plain.entries()) {
      const opens = !plain.slice(0, part).some(isLetterLike);
      const closes = !plain.slice(part + 1).some(isLetterLike);
      units.push({ index: units.length, plain: each, start, end, opens, closes });
    }
    // What can't be seen belongs to what it follows.
    const last = units.at(-1);
    if (plain.length === 0 && last) last.end = end;
    start = end;
  }
  return units;
}

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/**
 * The words by Unicode's rules (UAX #29), which know where one ends in scripts without spaces. They are found in what is read,
 * where nothing unseen divides them. Any sign divides them too: "can't" is "can" and "t", so that "Ana's" has "Ana" in it.
 */
export function wordsOf(units: readonly Unit[]): Unit[][] {
  const words: Unit[][] = [];
  let next = 0;
  for (const { segment } of segmenter.segment(units.map(({ plain }) => plain).join(""))) {
    let isGoingOn = false;
    for (let length = 0; length < segment.length; next += 1) {
      const unit = units[next];
      if (!unit) break;
      length += unit.plain.length;
      if (!isLetterLike(unit.plain)) isGoingOn = false;
      else if (isGoingOn) words.at(-1)?.push(unit);
      else {
        words.push([unit]);
        isGoingOn = true;
      }
    }
  }
  return words;
}

/** All of them in a row: with null where something stands between two, which scripts without spaces don't need. */
export function inRow<U extends Unit>(words: readonly (readonly U[])[]): (U | null)[] {
  return words.flatMap<U | null>((word, at) => {
    const before = words[at - 1]?.at(-1);
    return !before || before.index + 1 === word[0]?.index ? word : [null, ...word];
  });
}

type Alphabet = "latin" | "other";

/** Null for a digit, a sign or an emoji. */
function alphabetOf(plain: string): Alphabet | null {
  if (!/\p{L}/u.test(plain)) return null;
  return /\p{Script=Latin}/u.test(plain) ? "latin" : "other";
}

/** The alphabet that most letters of the text are of. */
export function mainAlphabet(units: readonly Unit[]): Alphabet {
  const balance = units.reduce(
    (sum, { plain }) => sum + { latin: 1, other: -1, none: 0 }[alphabetOf(plain) ?? "none"],
    0,
  );
  return balance < 0 ? "other" : "latin";
}

/**
 * The word's letters. One in the text's own alphabet is what it is: Russian "рот" isn't "pot". One that mixes alphabets, or
 * stands alone among words of another, is read by its looks too. Digits are letters where they aren't more than the letters.
 */
export function lettersOf(word: readonly Unit[], main: Alphabet): Letter[] {
  const alphabets = word.map(({ plain }) => alphabetOf(plain));
  const isDisguised = alphabets.some((each) => each !== null && each !== main);
  const digits = word.filter(({ plain }) => /\p{N}/u.test(plain)).length;
  const standsIn = digits <= alphabets.filter((each) => each !== null).length;
  return word.map((unit, at) => ({ ...unit, startsWord: at === 0, isDisguised, standsIn }));
}
