/** Judges which lines are a form's: field labels, notes to whoever fills it in, and the headings among them. */
import { folded, isHeadingShaped, isProse, wordsOf } from "./shapes";
import { type Decisions, setAside, type Unit } from "./unit";

const formWords = new Set(
  "checkbox captcha dropdown email field fields form hidden input password placeholder required submit username validation".split(
    " ",
  ),
);
const formPhrases =
  /\b(?:opt[- ]?ins?|first name|last name|full name|your name|e-?mail address|phone number|post(?:al )?code|zip code|select (?:one|an option)|please leave (?:this|it)|left (?:blank|unchanged))\b/gi;

/** Longer lines (words, code units) are no form's. */
const longestLine = { words: 16, units: 200 };
/** Standing alone this often is how a machine writes, not a person. */
const oftenRepeated = 3;
/** Labels in a row (name, e-mail address, submit) are a form from this many form words together. */
const leastRowVocabulary = 3;
const mostHeadings = 3;

interface Look {
  isProse: boolean;
  /** How many different form words and phrases it has; 0 when it is too long to be a form's line. */
  vocabulary: number;
  /** How often the same words stand alone in the source. */
  repeats: number;
}

/** A sentence may well have one form word by chance; a label hardly. */
const isWordedAsForm = ({ isProse, vocabulary }: Look) => vocabulary >= (isProse ? 2 : 1);

/**
 * Sets a form's lines aside: worded as a form's and repeated, or in a row of labels, or next to such lines; and the
 * short headings that stand between them.
 */
export function judgeForms(units: readonly Unit[]): Decisions {
  const looks = looksOf(units);
  const isForm = looks.map((look) => look.repeats >= oftenRepeated && isWordedAsForm(look));
  for (const [start, end] of labelRows(looks)) isForm.fill(true, start, end);
  spreadToNeighbours(looks, isForm);
  for (const index of headingsBetween(units, isForm)) isForm[index] = true;
  return setAside(units, (_, index) => (isForm[index] ? "form-field" : null));
}

function looksOf(units: readonly Unit[]): Look[] {
  const keys = units.map(({ text }) => (text.length <= longestLine.units ? folded(text) : text));
  const repeats = new Map<string, number>();
  for (const key of keys) repeats.set(key, (repeats.get(key) ?? 0) + 1);
  return units.map(({ text }, index) => ({
    isProse: isProse(text),
    vocabulary: formVocabulary(text),
    repeats: repeats.get(keys[index] ?? "") ?? 1,
  }));
}

function formVocabulary(text: string): number {
  if (text.length > longestLine.units) return 0;
  const words = wordsOf(text);
  if (words.length > longestLine.words) return 0;
  const found = new Set(words.filter((word) => formWords.has(word)));
  for (const [phrase] of text.matchAll(formPhrases)) found.add(phrase.toLowerCase());
  return found.size;
}

/** Rows of two labels or more, as [start, end). */
function labelRows(looks: readonly Look[]): [number, number][] {
  const rows: [number, number][] = [];
  let start = 0;
  let vocabulary = 0;
  for (let index = 0; index <= looks.length; index++) {
    const look = looks[index];
    if (look !== undefined && look.vocabulary > 0 && !look.isProse) {
      vocabulary += look.vocabulary;
      continue;
    }
    if (index - start >= 2 && vocabulary >= leastRowVocabulary) rows.push([start, index]);
    start = index + 1;
    vocabulary = 0;
  }
  return rows;
}

function spreadToNeighbours(looks: readonly Look[], isForm: boolean[]): void {
  const join = (index: number, neighbour: number) => {
    const look = looks[index];
    if (look !== undefined && isForm[neighbour] && isWordedAsForm(look)) isForm[index] = true;
  };
  for (let index = 1; index < looks.length; index++) join(index, index - 1);
  for (let index = looks.length - 2; index >= 0; index--) join(index, index + 1);
}

/** Heading-like lines with a form's lines right before and right after them head the form, not the article. */
function headingsBetween(units: readonly Unit[], isForm: readonly boolean[]): number[] {
  const found: number[] = [];
  for (let index = 1; index < units.length; index++) {
    if (isForm[index] || !isForm[index - 1]) continue;
    const start = index;
    while (index < units.length && !isForm[index] && isHeadingShaped(units[index]?.text ?? "")) index++;
    if (!isForm[index] || index - start > mostHeadings) continue;
    for (let heading = start; heading < index; heading++) found.push(heading);
  }
  return found;
}
