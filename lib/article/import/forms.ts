/** Judges which lines are a form's: field labels, notes to whoever fills it in, and the headings among them. */
import { formPhrases } from "./page-words";
import { countWords, folded, isHeadingShaped, isProse, wordsOf } from "./shapes";
import { type Decisions, setAside, type Unit } from "./unit";

const formWords = new Set(
  "checkbox captcha dropdown email field fields form hidden input password placeholder required submit username validation".split(
    " ",
  ),
);
/** Longer lines (words, code units) are no form's. */
const longestLine = { words: 16, units: 200 };
/** Standing alone this often is how a machine writes, not a person. */
const oftenRepeated = 3;
/** Labels in a row (name, e-mail address, submit) are a form from this many form words together. */
const leastRowVocabulary = 3;
const mostHeadings = 3;
/**
 * So many equal lines, with nothing but short lines between them, and they are the most of what stands there: a machine
 * wrote them, whatever they say. A refrain has the song between.
 */
const dense = { repeats: 6, share: 0.5 };
/** What forms put behind a label that must be filled in, and into an empty field. */
const requiredMark = /\S\s*\*$/;
const exampleAddress = /^\S+@\S+\.\S+$/;

interface Look {
  isProse: boolean;
  /** Whether it is as short as a form's lines are. */
  isShort: boolean;
  /** How many different form words and phrases it has; 0 when it is too long to be a form's line. */
  vocabulary: number;
  /** How often the same words stand alone in the source. */
  repeats: number;
}

/** A sentence may well have one form word by chance; a label hardly. */
const isWordedAsForm = ({ isProse, vocabulary }: Look) => vocabulary >= (isProse ? 2 : 1);

/**
 * Sets a form's lines aside: worded as a form's and repeated, or in a row of labels, or next to such lines; in whatever
 * language, lines repeated so densely that nobody wrote them; and the short headings that stand between them.
 */
export function judgeForms(units: readonly Unit[]): Decisions {
  const looks = looksOf(units);
  const isForm = looks.map((look) => look.repeats >= oftenRepeated && isWordedAsForm(look));
  for (const [start, end] of labelRows(looks)) isForm.fill(true, start, end);
  for (const index of denseRepeats(looks)) isForm[index] = true;
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
    isShort: text.length <= longestLine.units && countWords(text) <= longestLine.words,
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
  if (requiredMark.test(text)) found.add("*");
  if (exampleAddress.test(text)) found.add("@");
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

/** Lines that stand again and again in a stretch of short lines without any prose of its own. */
function denseRepeats(looks: readonly Look[]): number[] {
  const found: number[] = [];
  let stretch: number[] = [];
  const judge = () => {
    const repeated = stretch.filter((index) => (looks[index]?.repeats ?? 0) >= dense.repeats);
    if (repeated.length >= dense.repeats && repeated.length >= stretch.length * dense.share) found.push(...repeated);
    stretch = [];
  };
  looks.forEach(({ isProse, isShort, repeats }, index) => {
    if (isShort && (!isProse || repeats >= dense.repeats)) stretch.push(index);
    else judge();
  });
  judge();
  return found;
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
