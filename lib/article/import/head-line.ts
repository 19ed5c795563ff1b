/** Reads a line that stands under a title: who wrote the article and when. */
import { findDay } from "./days";
import { countWords, isNameShaped, namesRole, wordsOf } from "./shapes";

interface Author {
  name: string;
  role?: string;
}

export interface HeadLine {
  authors: Author[];
  publishedOn?: string;
  updatedOn?: string;
  /** A date that can be read as two different days, verbatim. */
  ambiguousDate?: string;
}

const segmentBreak = /\s*[•·|]\s*|\s+[–—]\s+/;
const mostWords = 30;
/** Words that may stand around a date. */
const dateWords = new Set(
  "a am and as at bst cet cest date est edt et first gmt last modified of on pm posted pst pdt published revised the time updated utc".split(
    " ",
  ),
);
const updateWord = /\b(?:updated|modified|revised)\b/i;
const byline = /^(?:by|words by|written by|story by|text by|authors?:)\s+/i;
/** Kinds, rubrics and reading times beside a date are this short. */
const mostFillerWords = 4;

/** What the line says of authors and dates; null when it isn't such a line through and through. */
export function readHeadLine(text: string): HeadLine | null {
  if (text.length > 300 || countWords(text) > mostWords) return null;
  const line: HeadLine = { authors: [] };
  for (const segment of text.split(segmentBreak)) {
    if (!readByline(segment, line) && !readDates(segment, line) && countWords(segment) > mostFillerWords) return null;
  }
  const saysSomething = line.authors.length > 0 || line.publishedOn || line.updatedOn || line.ambiguousDate;
  return saysSomething ? line : null;
}

function readByline(segment: string, line: HeadLine): boolean {
  const names = byline.exec(segment);
  if (names === null) return false;
  const authors = readAuthors(segment.slice(names[0].length));
  line.authors.push(...authors);
  return authors.length > 0;
}

/** Names with their roles: "Robert Benson, associate director, and Jane Roe". Empty when it doesn't begin with a name. */
export function readAuthors(text: string): Author[] {
  const authors: Author[] = [];
  for (const part of text.replace(/[.:]$/, "").split(/,\s+and\s+|\s+and\s+|\s+&\s+|;\s*|,\s+/)) {
    const previous = authors.at(-1);
    if (isNameShaped(part) && (previous === undefined || !namesRole(part))) authors.push({ name: part });
    else if (previous === undefined) return [];
    else previous.role = previous.role === undefined ? part : `${previous.role}, ${part}`;
  }
  return authors;
}

/** Dates with nothing around them but words such as "last updated on". */
function readDates(segment: string, line: HeadLine): boolean {
  let rest = segment;
  let others = "";
  let found = false;
  for (let day = findDay(rest); day !== null; day = findDay(rest)) {
    const words = day === "ambiguous" ? (/\d[\d./-]+/.exec(rest)?.[0] ?? rest) : day.words;
    const [before, after] = [rest.slice(0, rest.indexOf(words)), rest.slice(rest.indexOf(words) + words.length)];
    if (day === "ambiguous") line.ambiguousDate = words;
    else if (updateWord.test(before)) line.updatedOn = day.day;
    else line.publishedOn ??= day.day;
    found = true;
    others += ` ${before}`;
    rest = after;
  }
  const foreign = wordsOf(`${others} ${rest}`).filter((word) => !dateWords.has(word) && !/^\d+(?:am|pm)?$/.test(word));
  return found && foreign.length <= 1;
}
