/** Reads one place of a text as a passage's: what stands there of its words and of its surroundings. */
import { compare } from "./compare";
import { type Correspondence, part } from "./correspondence";
import { scoreOf } from "./decide";
import { type Evidence, surroundingsLeft, weigh } from "./evidence";
import { isMeaningChanged } from "./meaning";
import { type Range, rangeOf } from "./range";
import type { Selector } from "./selector";
import type { TextIndex } from "./text-index";
import { rank, type Stretch, stretchOf, type Tokens, tokenize, tokensIn } from "./tokens";
import { Vocabulary } from "./vocabulary";

/** Any other place than the old one counts at most so much for being near it: text is put in anywhere. */
const nearness = 0.3;
/** A word that stands apart from the rest of the passage is likely another one: there are many in the text. */
const aloneCost = 0.1;
/** Up to so many tokens put into a paragraph don't part it. */
const fewTokens = 24;

/** A passage with its surroundings, cut into tokens: what is compared with the text. */
export interface Pattern {
  tokens: Tokens;
  words: Vocabulary;
  passage: Stretch;
  range: Range;
  selector: Selector;
  /** The passage's words by weight. */
  size: number;
}

/** A place that was compared. */
export interface Reading {
  evidence: Evidence;
  range: Range;
  score: number;
  isMeaningChanged: boolean;
  /** The weight of the words that stand next to the passage as they did before, without a break. */
  unbroken: number;
  /** Whether what stands between its words is so long that what it parts from the rest may not be the passage's any more. */
  isParted: boolean;
  /** For each token of the passage its weight if it stands here, or 0. */
  kept: Float64Array;
  /** For each token of the passage the weight of the unbroken run, surroundings included, that it stands in here, or 0. */
  runs: Float64Array;
  /** The same place when these tokens of the passage belong to another one; null when none is left. */
  without(tokens: readonly number[]): Reading | null;
}

/** The pattern to look for in the indexed text. */
export function patternOf(selector: Selector, index: TextIndex): Pattern {
  const { prefix, exact, suffix } = selector;
  const words = new Vocabulary(index.words);
  const tokens = tokenize(prefix + exact + suffix, words);
  const range = { start: prefix.length, end: prefix.length + exact.length };
  const passage = tokensIn(tokens, range.start, range.end);
  let size = 0;
  for (let i = passage.from; i < passage.to; i++) size += words.weight(tokens.ids[i] ?? 0);
  return { tokens, words, passage, range, selector, size };
}

/** From 0 to 1: 1 at the old offset, and a little for being near it. */
function agreementOfPlace(text: string, start: number, selector: Selector): number {
  if (start === selector.start) return 1;
  return nearness * Math.max(0, 1 - Math.abs(start - selector.start) / Math.max(1, text.length));
}

/** The passage's tokens that stand inside `found`. */
function keptIn({ a, image, words }: Correspondence, passage: Stretch, found: Stretch): Float64Array {
  return Float64Array.from({ length: passage.to - passage.from }, (_, step) => {
    const j = image[passage.from + step] ?? -1;
    return j >= found.from && j < found.to ? words.weight(a.ids[passage.from + step] ?? 0) : 0;
  });
}

/** The weight of the words that stand beside `found` as they stood beside the passage; `side` is -1 before, 1 after. */
function unbrokenBeside({ a, image, words }: Correspondence, passage: Stretch, found: Stretch, side: -1 | 1): number {
  let weight = 0;
  for (let step = 0; ; step++) {
    const [i, j] =
      side === -1 ? [passage.from - 1 - step, found.from - 1 - step] : [passage.to + step, found.to + step];
    if (i < 0 || i >= a.count || image[i] !== j) return weight;
    weight += words.weight(a.ids[i] ?? 0);
  }
}

/**
 * Whether whole paragraphs that aren't the passage's, or a long sentence, stand in it and are as long as what they part from
 * the rest. If they are new, the passage goes on behind them; if they were moved there, the shorter part was left behind.
 * One text can't say which. A shorter sentence is taken for a new one.
 */
function isParted({ b, source }: Correspondence, passage: Stretch, { from, to }: Stretch): boolean {
  let last = from;
  for (let j = from + 1; j < to; j++) {
    const i = source[j] ?? -1;
    if (i < passage.from || i >= passage.to) continue;
    const gap = j - last - 1;
    const isOfParagraphs = b.ranks[last + 1] === rank.paragraph && b.ranks[j] === rank.paragraph;
    if (gap > (isOfParagraphs ? 0 : fewTokens) && gap >= Math.min(last + 1 - from, to - j)) return true;
    last = j;
  }
  return false;
}

/** For each token of the passage the weight of the run of tokens around it, in its sentence, that stand as they did. */
function runsIn({ a, image, words }: Correspondence, passage: Stretch): Float64Array {
  const runs = new Float64Array(passage.to - passage.from);
  for (let from = 0; from < passage.to; ) {
    let to = from + 1;
    let weight = words.weight(a.ids[from] ?? 0);
    const goesOn = (next: number) =>
      next < a.count && (a.ranks[next] ?? 0) < rank.sentence && image[next] === (image[from] ?? 0) + next - from;
    for (; image[from] !== -1 && goesOn(to); to++) weight += words.weight(a.ids[to] ?? 0);
    if (image[from] !== -1 && to > passage.from) {
      runs.fill(weight, Math.max(0, from - passage.from), Math.max(0, to - passage.from));
    }
    from = to;
  }
  return runs;
}

/** What a comparison with the stretch that begins at token `offset` amounts to; null when nothing of the passage is there. */
function readOff(state: Correspondence, pattern: Pattern, offset: number): Reading | null {
  const { tokens, passage, range, selector } = pattern;
  const evidence = weigh(state, passage, tokens.count, aloneCost);
  if (evidence === null) return null;
  const { found } = evidence;
  const at = rangeOf(state, range, passage, found);
  if (at === null) return null;
  const place = agreementOfPlace(state.b.text, at.start, selector);
  return {
    // From tokens of the stretch to tokens of the text.
    evidence: { ...evidence, found: { from: found.from + offset, to: found.to + offset } },
    range: at,
    score: scoreOf({ words: evidence.likeness, context: evidence.context, place }),
    isMeaningChanged: isMeaningChanged(state, passage, found),
    unbroken: unbrokenBeside(state, passage, found, -1) + unbrokenBeside(state, passage, found, 1),
    isParted: isParted(state, passage, found),
    kept: keptIn(state, passage, found),
    runs: runsIn(state, passage),
    without: (lost) => {
      for (const token of lost) part(state, passage.from + token);
      return readOff(state, pattern, offset);
    },
  };
}

/** Reads one stretch of the text; how much of the surroundings stands there when the passage doesn't. */
export function read(index: TextIndex, pattern: Pattern, stretch: Stretch): Reading | number {
  const { tokens, words, passage } = pattern;
  const state = compare(tokens, stretchOf(index.tokens, stretch), words, passage);
  return readOff(state, pattern, stretch.from) ?? surroundingsLeft(state, passage, tokens.count);
}
