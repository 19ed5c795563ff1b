/** Puts every passage of every mutated text before each way of anchoring, and keeps count. */
import { type Anchoring, anchor, describe, reanchor, type Selector } from "@/lib/anchoring";
import { anchorByBaseline } from "./baseline";
import { type Answer, judge, type Outcome } from "./judge";
import { type Mutated, mutations } from "./mutations";
import { type Random, randomFrom } from "./random";
import { firstSeeds, type Seeds } from "./seeds";
import { selectRanges } from "./selections";
import type { SampleText } from "./texts";
import { isUndecidable, type Truth, truthOf } from "./truth";

/** One passage, and how each way did. */
export interface Case {
  text: string;
  mutation: string;
  length: string;
  survival: number;
  /** Whether one who knows the new text and the selector can't tell two places apart; see `truth.ts`. */
  isUndecidable: boolean;
  outcomes: { anchor: Outcome; reanchor: Outcome; baseline: Outcome | null };
  /** Milliseconds; `reanchor`'s share of its call. */
  times: { anchor: number; reanchor: number; baseline: number | null };
}

/** How much is measured on a text of so many characters: the baseline takes seconds for a passage of a long one. */
interface Amount {
  upTo: number;
  seeds: number;
  /** Passages for each length. */
  each: number;
  /** Every so many passages the baseline is asked as well. */
  baselineEvery: number;
}

const amounts: Amount[] = [
  { upTo: 50_000, seeds: 3, each: 12, baselineEvery: 3 },
  { upTo: 500_000, seeds: 1, each: 20, baselineEvery: 25 },
  { upTo: Number.POSITIVE_INFINITY, seeds: 1, each: 10, baselineEvery: 70 },
];

function timed<T>(run: () => T): [T, number] {
  const begin = performance.now();
  return [run(), performance.now() - begin];
}

function answerOf({ state, start, end }: Anchoring): Answer {
  if (state === "ambiguous") return { kind: "doubt" };
  return start === null ? { kind: "gone" } : { kind: "range", range: { start, end } };
}

/** One passage in one mutated text. */
function measurePassage(mutated: Mutated, selector: Selector, truth: Truth, withBaseline: boolean) {
  const [found, anchorTime] = timed(() => anchor(mutated.after, selector));
  const [nearest, baselineTime] = withBaseline
    ? timed(() => anchorByBaseline(mutated.after, selector))
    : ([null, null] as const);
  const byBaseline: Answer = nearest === null ? { kind: "gone" } : { kind: "range", range: nearest };
  return {
    anchor: judge(mutated.after, answerOf(found), truth),
    baseline: withBaseline ? judge(mutated.after, byBaseline, truth) : null,
    anchorTime,
    baselineTime,
  };
}

function measureMutation(name: string, mutation: string, mutated: Mutated, amount: Amount, random: Random): Case[] {
  const ranges = selectRanges(mutated.before, mutated.targets, amount.each, random);
  const selectors = ranges.map(({ start, end }) => describe(mutated.before, start, end));
  const [found, reanchorTime] = timed(() => reanchor(mutated.before, mutated.after, selectors));
  return selectors.map((selector, index) => {
    const truth = truthOf(mutated, selector);
    const alone = measurePassage(mutated, selector, truth, random.below(amount.baselineEvery) === 0);
    const together: Answer = found[index] === undefined ? { kind: "gone" } : answerOf(found[index]);
    return {
      text: name,
      mutation,
      length: ranges[index]?.length ?? "",
      survival: truth.survival,
      isUndecidable: isUndecidable(mutated, selector, truth),
      outcomes: { anchor: alone.anchor, reanchor: judge(mutated.after, together, truth), baseline: alone.baseline },
      times: { anchor: alone.anchorTime, reanchor: reanchorTime / selectors.length, baseline: alone.baselineTime },
    };
  });
}

/** All cases of a text. */
export function measureText({ name, text }: SampleText, seeds: Seeds): Case[] {
  const amount = amounts.find(({ upTo }) => text.length <= upTo);
  if (amount === undefined) return [];
  return mutations.flatMap((mutation, index) =>
    Array.from({ length: amount.seeds }, (_, seed) => {
      const random = randomFrom(1000 * (index + 1) + firstSeeds[seeds] + seed);
      return measureMutation(name, mutation.name, mutation.apply(text, random), amount, random);
    }).flat(),
  );
}
