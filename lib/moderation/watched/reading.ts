/** Reads a text in every way that a person would who isn't fooled by signs and spaces between letters. Pure. */
import { inRow, isLetterLike, type Letter, lettersOf, mainAlphabet, type Unit, unitsOf, wordsOf } from "./letters";
import { lettersFor } from "./looks";

/**
 * - `words`: as they stand. A whole word is one that stands by itself.
 * - `spelled`: "s p a m": single letters in a row. A whole word is all of them, but for an "a" or "I" at an end.
 * - `signed`: "$p@m": signs among letters, read as letters. A whole word is all of them.
 * - `broken`: "sp-am": signs between letters, left out. All of it or nothing, so that "mass-hit" stays two words.
 */
export type LineKind = "words" | "spelled" | "signed" | "broken";

/** A way to read the text, or a part of it. */
export interface Line {
  kind: LineKind;
  /** Null for what stands between two words. */
  letters: readonly (Letter | null)[];
}

/** Every way to read the text, together at most some times as long as it. */
export function read(text: string): Line[] {
  const units = unitsOf(text);
  const main = mainAlphabet(units);
  const words = wordsOf(units);
  const lineOf = (kind: LineKind) => (run: readonly Unit[]) => ({ kind, letters: lettersOf(run, main) });
  return [
    { kind: "words", letters: inRow(words.map((word) => lettersOf(word, main))) },
    ...spelledIn(words, units).map(lineOf("spelled")),
    ...chainsIn(units).map(({ kind, run }) => lineOf(kind)(run)),
  ];
}

/** Fewer single letters in a row are initials. */
const fewestSpelled = 3;
/** Longest that stands between two of them, in units: " . ". */
const longestGap = 3;

/** Rows of single letters with the same signs or spaces between them. */
function spelledIn(words: readonly (readonly Unit[])[], units: readonly Unit[]): Unit[][] {
  const runs: { units: Unit[]; gap: string | null }[] = [];
  let isGoingOn = false;
  for (const [letter, ...more] of words) {
    const run = runs.at(-1);
    const last = run?.units.at(-1);
    if (!letter || more.length > 0) {
      isGoingOn = false;
      continue;
    }
    const gap = last && isGoingOn ? gapBetween(units, last, letter) : null;
    if (run && gap !== null && (run.gap === null || run.gap === gap)) {
      run.units.push(letter);
      run.gap = gap;
    } else if (last && gap !== null)
      // Another gap begins another row, which the letter before it belongs to as well: "a s.p.a.m".
      runs.push({ units: [last, letter], gap });
    else runs.push({ units: [letter], gap: null });
    isGoingOn = true;
  }
  return runs.map((run) => run.units).filter(({ length }) => length >= fewestSpelled);
}

/** What stands between the two; null when that is too much, or nothing. */
function gapBetween(units: readonly Unit[], before: Unit, after: Unit): string | null {
  const length = after.index - before.index - 1;
  if (length < 1 || length > longestGap) return null;
  return units
    .slice(before.index + 1, after.index)
    .map(({ plain }) => plain)
    .join("");
}

/** What nobody writes between the letters of a word but for a disguise. A full stop would join sentences, an apostrophe "he'll". */
const isJoint = (plain: string) => /[-‐‑_*~^+=·•\\]/u.test(plain);
const isSign = (plain: string) => lettersFor(plain) !== "" && !isLetterLike(plain);
/** Signs that end a sentence or part columns are letters only between letters. */
const isSignAnywhere = (plain: string) => isSign(plain) && !/[!|]/.test(plain);

/** Letters with signs among them, and no space. */
function chainsIn(units: readonly Unit[]): { kind: "signed" | "broken"; run: Unit[] }[] {
  const belongs = ({ plain }: Unit) => isLetterLike(plain) || isJoint(plain) || isSign(plain);
  const chains: Unit[][] = [];
  for (const [at, unit] of units.entries()) {
    if (!belongs(unit)) continue;
    const before = units[at - 1];
    if (before && belongs(before)) chains.at(-1)?.push(unit);
    else chains.push([unit]);
  }
  return chains.flatMap((chain) => {
    const isEnd = ({ plain }: Unit) => isLetterLike(plain) || isSignAnywhere(plain);
    const trimmed = chain.slice(chain.findIndex(isEnd), chain.findLastIndex(isEnd) + 1);
    if (trimmed.every(({ plain }) => isLetterLike(plain)) || !trimmed.some(({ plain }) => isLetterLike(plain)))
      return [];
    const run = trimmed.filter(({ plain }) => !isJoint(plain));
    return [{ kind: run.length < trimmed.length ? "broken" : "signed", run }];
  });
}
