/** Finds a workspace's watched words in a text, however they are dressed up. Pure; the time is that of reading the text. */
import AhoCorasick from "modern-ahocorasick";
import { inRow, isLetterLike, type Letter, unitsOf, wordsOf } from "./letters";
import { coarseOf, lettersFor, lookOf } from "./looks";
import { type Line, type LineKind, read } from "./reading";

/** What is looked for. */
export interface Pattern {
  word: string;
  /** Whether it counts inside longer words too. */
  isPart: boolean;
}

/** Where a pattern stands in the text, in UTF-16 code units. */
export interface Hit<P extends Pattern = Pattern> {
  pattern: P;
  start: number;
  end: number;
}

/** Patterns made ready to look for. */
export interface Matcher<P extends Pattern> {
  find(text: string): Hit<P>[];
}

/** A text that is full of watched words needs no longer list of them. */
const mostHits = 200;

/** The pattern as it is read: its letters, null for what stands between two words. */
type Spelling = readonly (string | null)[];

const spellingOf = (word: string): Spelling => inRow(wordsOf(unitsOf(word))).map((unit) => unit?.plain ?? null);

/**
 * What is wrong with the word as one to watch; null when nothing is. A sign in it would never be read as written, and a
 * single letter is everywhere.
 */
export function faultOf(word: string): string | null {
  const units = unitsOf(word);
  const letters = units.filter(({ plain }) => isLetterLike(plain));
  const odd = units.find(({ plain }) => !isLetterLike(plain) && !/[\s\-‐‑.'’/&]/u.test(plain));
  if (odd) return `Write the word plainly, without “${odd.plain}”: disguises are seen through.`;
  const [only, ...more] = letters;
  if (!only) return "A watched word needs letters, digits or an emoji.";
  return more.length === 0 && only.plain <= "\u007f" ? "A single letter or digit is in every text." : null;
}

/** Makes the patterns ready, in time that grows with their letters. Those that `faultOf` finds something wrong with do nothing. */
export function matcherOf<P extends Pattern>(patterns: readonly P[]): Matcher<P> {
  const usable = patterns.filter(({ word }) => faultOf(word) === null);
  const spellings = usable.map(({ word }) => spellingOf(word));
  const search =
    usable.length > 0 ? new AhoCorasick(spellings.map((spelling) => spelling.map(coarseOrSpace).join(""))) : null;

  function* hitsIn({ kind, letters }: Line): Generator<Hit<P>> {
    const { text, letterAt } = coarseText(letters);
    for (const { patternIndex, start } of search?.iterate(text) ?? []) {
      const [pattern, spelling, from] = [usable[patternIndex], spellings[patternIndex], letterAt[start]];
      if (!pattern || !spelling || from === undefined) continue;
      const to = from + spelling.length;
      const [first, last] = [letters[from], letters[to - 1]];
      if (!first?.opens || !last?.closes || !isSpelledSo(letters, from, spelling)) continue;
      if (standsFree(kind, letters, from, to, pattern.isPart)) yield { pattern, start: first.start, end: last.end };
    }
  }

  return {
    find(text) {
      const found = new Map<string, Hit<P>>();
      for (const line of search ? read(text) : [])
        for (const hit of hitsIn(line)) {
          if (found.size >= mostHits) break;
          found.set(`${hit.start} ${hit.end} ${hit.pattern.word} ${hit.pattern.isPart}`, hit);
        }
      return [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end);
    },
  };
}

const coarseOrSpace = (plain: string | null) => (plain === null ? " " : coarseOf(plain));

/** The line for the search, and which letter each of its code units belongs to. */
function coarseText(letters: Line["letters"]): { text: string; letterAt: number[] } {
  const letterAt: number[] = [];
  let text = "";
  for (const [at, letter] of letters.entries()) {
    const coarse = coarseOrSpace(letter?.plain ?? null);
    for (let unit = 0; unit < coarse.length; unit += 1) letterAt.push(at);
    text += coarse;
  }
  return { text, letterAt };
}

/** Whether the letters from there on can be read as the spelling: the search only said that they look alike. */
function isSpelledSo(letters: Line["letters"], from: number, spelling: Spelling): boolean {
  return spelling.every((plain, at) => {
    const letter = letters[from + at];
    return plain === null ? letter === null : !!letter && canBe(letter, plain);
  });
}

function canBe({ plain, isDisguised, standsIn }: Letter, wanted: string): boolean {
  if (plain === wanted) return true;
  if (isDisguised && lookOf(plain) === lookOf(wanted)) return true;
  return standsIn && lettersFor(plain).includes(wanted);
}

/** Whether that is nothing, or a word of one letter, which may stand beside a spelled-out word. */
const isOneWord = ([letter, ...more]: Line["letters"]) => more.length === 0 && /^[aiou]?$/.test(letter?.plain ?? "");

/** Whether the letters from `from` to `to` count, as a whole word or as a part of one. */
function standsFree(kind: LineKind, letters: Line["letters"], from: number, to: number, isPart: boolean): boolean {
  const isAll = from === 0 && to === letters.length;
  switch (kind) {
    case "words":
      return isPart || (letters[from]?.startsWord === true && (letters[to]?.startsWord ?? true));
    case "signed":
      return isPart || isAll;
    case "spelled":
      return isPart || (isOneWord(letters.slice(0, from)) && isOneWord(letters.slice(to)));
    case "broken":
      return isAll;
  }
}
