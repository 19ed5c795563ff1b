/** Where the words, sentences and paragraphs of a text are. */
import type { Range } from "./truth";

function rangesOf(text: string, pattern: RegExp, from = 0): Range[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: from + index,
    end: from + index + length,
  }));
}

/** Words and numbers, with the apostrophes, points and commas inside them. */
export const wordsOf = (text: string) =>
  rangesOf(text, /[\p{L}\p{M}\p{N}]+(?:[’'.,](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu);

/** Lines that hold something. */
export const paragraphsOf = (text: string) => rangesOf(text, /[^\n]+/g);

/** Sentences, without the spaces between them. */
export function sentencesOf(text: string): Range[] {
  return paragraphsOf(text).flatMap(({ start, end }) =>
    rangesOf(text.slice(start, end), /\S.*?(?:[.!?]["”’)]*(?=\s+\S)|$)/gu, start),
  );
}
