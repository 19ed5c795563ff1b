/** Chooses passages to highlight, from one word to five paragraphs. */
import { paragraphsOf, sentencesOf, wordsOf } from "./parts";
import type { Random } from "./random";
import type { Range } from "./truth";

/** Lengths: so many units in a row. */
const lengths = [
  { name: "1 word", units: "words", count: 1 },
  { name: "3 words", units: "words", count: 3 },
  { name: "10 words", units: "words", count: 10 },
  { name: "1 sentence", units: "sentences", count: 1 },
  { name: "2 sentences", units: "sentences", count: 2 },
  { name: "1 paragraph", units: "paragraphs", count: 1 },
  { name: "5 paragraphs", units: "paragraphs", count: 5 },
] as const;

/** A passage to highlight, and the name of its length. */
interface Selection extends Range {
  length: (typeof lengths)[number]["name"];
}

/** Index of the unit that ends after the offset. */
function unitAt(units: readonly Range[], offset: number): number {
  let [low, high] = [0, units.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * So many ranges of each length, every other one where the text was changed: a change in two words of a thousand would
 * otherwise hardly be met.
 */
export function selectRanges(text: string, targets: readonly Range[], each: number, random: Random): Selection[] {
  const units = { words: wordsOf(text), sentences: sentencesOf(text), paragraphs: paragraphsOf(text) };
  return lengths.flatMap(({ name: length, units: name, count }) =>
    Array.from({ length: each }, (_, index) => {
      const all = units[name];
      const target = index % 2 === 0 && targets.length > 0 ? random.pick(targets) : null;
      const at =
        target === null ? random.below(text.length) : target.start + random.below(target.end - target.start + 1);
      const first = Math.max(
        0,
        Math.min(unitAt(all, at) - (target === null ? 0 : random.below(count)), all.length - count),
      );
      const last = Math.min(first + count, all.length) - 1;
      return { length, start: all[first]?.start ?? 0, end: all[last]?.end ?? text.length };
    }),
  );
}
