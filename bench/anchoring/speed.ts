/** Measures how long 10,000 highlights on a long article take to find again, and how that grows. */
import { anchor, describe, reanchor, type Selector } from "@/lib/anchoring";
import { percentile } from "../statistics";
import { anchorByBaseline } from "./baseline";
import { generateArticle } from "./generate";
import { mutations } from "./mutations";
import { randomFrom } from "./random";
import { selectRanges } from "./selections";

export const articleLength = 200_000; // code units
export const highlightCount = 10_000;
/** The baseline takes many minutes for all of them. */
export const baselineSample = 60;
/** Quotes that were edited, looked for one after the other without the old text. */
export const editedQuotes = 200;
const repetitions = 3;

export interface Speed {
  /** Milliseconds for all highlights; the median of several runs. */
  reanchor: number;
  /** The same for twice as many. */
  reanchorTwice: number;
  /** Milliseconds for all highlights, reckoned from the sample. */
  baseline: number;
  /** Milliseconds for the edited quotes, the first one's index included. */
  anchor: number;
  /** Milliseconds for one description: the median, and what 99 of 100 stay below. */
  describe: { median: number; slow: number };
}

const timeOf = (run: () => unknown) => {
  const begin = performance.now();
  run();
  return performance.now() - begin;
};

const median = (times: number[]) => percentile(times, 0.5);

/** Replaced words all over the article, highlights of every length. */
export function measureSpeed(): Speed {
  const random = randomFrom(7);
  const article = generateArticle(articleLength, 3);
  const mutation = mutations.find(({ name }) => name === "words replaced");
  if (mutation === undefined) throw new Error("The mutation to measure with is gone.");
  const { before, after, targets } = mutation.apply(article, random);
  const ranges = selectRanges(before, targets, Math.ceil((2 * highlightCount) / 7), random);
  const describeTimes: number[] = [];
  const selectors: Selector[] = ranges.slice(0, 2 * highlightCount).map(({ start, end }) => {
    const begin = performance.now();
    const selector = describe(before, start, end);
    describeTimes.push(performance.now() - begin);
    return selector;
  });
  const every = (count: number) => selectors.filter((_, index) => index % Math.floor(selectors.length / count) === 0);
  const timesFor = (chosen: Selector[]) =>
    Array.from({ length: repetitions }, () => timeOf(() => reanchor(before, after, chosen)));
  const edited = selectors.filter(({ exact }) => exact !== "" && !after.includes(exact)).slice(0, editedQuotes);
  const sample = every(baselineSample).slice(0, baselineSample);
  const baseline = timeOf(() => sample.map((selector) => anchorByBaseline(after, selector)));
  return {
    reanchor: median(timesFor(every(highlightCount).slice(0, highlightCount))),
    reanchorTwice: median(timesFor(selectors)),
    anchor: timeOf(() => edited.map((selector) => anchor(after, selector))),
    baseline: (baseline / sample.length) * highlightCount,
    describe: { median: median(describeTimes), slow: percentile(describeTimes, 0.99) },
  };
}
