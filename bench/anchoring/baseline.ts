/**
 * What the common approach does, to compare with: the exact words anywhere, else the nearest by edit distance with up to
 * half the length as errors (256 at most), scored 50 for the words, 20 each for what is before and after, 2 for the place.
 */
import search from "approx-string-match";
import type { Selector } from "@/lib/anchoring";
import type { Range } from "./truth";

const mostErrors = 256;
const weights = { words: 50, prefix: 20, suffix: 20, place: 2 };

interface Match extends Range {
  errors: number;
}

function findAll(text: string, words: string, errors: number): Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    exact.push({ start: at, end: at + words.length, errors: 0 });
  }
  return exact.length > 0 ? exact : search(text, words, errors);
}

/** From 0 to 1: how much of `words` stands in `text`. */
function agreement(text: string, words: string): number {
  if (words === "") return 1;
  if (text === "") return 0;
  const least = findAll(text, words, words.length).reduce((low, { errors }) => Math.min(low, errors), words.length);
  return 1 - least / words.length;
}

/** The best place, whatever its score; null when there is none. */
export function anchorByBaseline(text: string, { start, exact, prefix, suffix }: Selector): Range | null {
  const matches = findAll(text, exact, Math.min(mostErrors, exact.length / 2));
  let best: { match: Match; score: number } | null = null;
  for (const match of matches) {
    const score =
      weights.words * (1 - match.errors / exact.length) +
      weights.prefix * agreement(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix) +
      weights.suffix * agreement(text.slice(match.end, match.end + suffix.length), suffix) +
      weights.place * (1 - Math.abs(match.start - start) / text.length);
    if (best === null || score > best.score) best = { match, score };
  }
  return best?.match ?? null;
}
