/** Finds one passage in a text of which nothing else is known: every likely place is compared, words and surroundings alike. */
import { findCandidates } from "./candidates";
import { isClusterBoundary } from "./clusters";
import { compare } from "./compare";
import { decide, type Finding, scoreOf } from "./decide";
import { type Evidence, surroundingsLeft, weigh } from "./evidence";
import { isMeaningChanged } from "./meaning";
import { type Range, rangeOf } from "./range";
import { bestRival } from "./rivals";
import { type Anchoring, orphaned, type Selector } from "./selector";
import { indexOf, type TextIndex } from "./text-index";
import { type Stretch, stretchOf, type Tokens, tokenize, tokensIn } from "./tokens";
import { findStanding } from "./verbatim";
import { Vocabulary } from "./vocabulary";

/** A point between unlike words is gone. */
const leastPointContext = 0.4;
/** Any other place than the old one counts at most so much for being near it: text is put in anywhere. */
const nearness = 0.3;

/** A word that stands apart from the rest of the passage is likely another one: there are many in the text. */
const aloneCost = 0.1;

/** A passage of which less than this is found may be in two places … */
const nearlyAll = 0.8;
/** … and surely of which less than this is, unless its surroundings agree so much. */
const mostly = 0.65;
const strongContext = 0.75;
/** More words (by weight) than a sentence or two between a passage's own: what was put in, or what it was torn by? */
const mostPutIn = 25;

/** A passage with its surroundings, cut into tokens: what is compared with the text. */
interface Pattern {
  tokens: Tokens;
  words: Vocabulary;
  passage: Stretch;
  range: Range;
  selector: Selector;
}

/** A place that was compared. */
interface Reading {
  evidence: Evidence;
  range: Range;
  score: number;
  isMeaningChanged: boolean;
}

function patternOf(selector: Selector, index: TextIndex): Pattern {
  const { prefix, exact, suffix } = selector;
  const words = new Vocabulary(index.words);
  const tokens = tokenize(prefix + exact + suffix, words);
  const range = { start: prefix.length, end: prefix.length + exact.length };
  return { tokens, words, passage: tokensIn(tokens, range.start, range.end), range, selector };
}

/** From 0 to 1: 1 at the old offset, and a little for being near it. */
function agreementOfPlace(text: string, start: number, selector: Selector): number {
  if (start === selector.start) return 1;
  return nearness * Math.max(0, 1 - Math.abs(start - selector.start) / Math.max(1, text.length));
}

/** Compares one stretch of the text; how much of the surroundings stands there when the passage doesn't. */
function read(
  index: TextIndex,
  { tokens, words, passage, range, selector }: Pattern,
  stretch: Stretch,
): Reading | number {
  const b = stretchOf(index.tokens, stretch);
  const state = compare(tokens, b, words, passage);
  const evidence = weigh(state, passage, tokens.count, aloneCost);
  if (evidence === null) return surroundingsLeft(state, passage, tokens.count);
  const found = rangeOf(state, range, passage, evidence.found);
  if (found === null) return 0;
  const place = agreementOfPlace(b.text, found.start, selector);
  return {
    // From tokens of the stretch to tokens of the text.
    evidence: {
      ...evidence,
      found: { from: evidence.found.from + stretch.from, to: evidence.found.to + stretch.from },
    },
    range: found,
    score: scoreOf({ words: evidence.likeness, context: evidence.context, place }),
    isMeaningChanged: isMeaningChanged(state, passage, evidence.found),
  };
}

function overlap(left: Range, right: Range): boolean {
  return left.start < right.end && right.start < left.end;
}

/** Whether a good part of what the place lacks may stand at another one, or lies beyond what is known of the surroundings. */
function isPerhapsTorn({ evidence, range }: Reading, others: readonly Reading[], size: number): boolean {
  const putIn = (2 * (evidence.kept / evidence.likeness) - 1 - evidence.kept) * size;
  if (putIn > mostPutIn) return true;
  if (evidence.kept >= nearlyAll) return false;
  if (evidence.kept < mostly && (evidence.context ?? 0) < strongContext) return true;
  return others.some((other) => other.evidence.kept > evidence.kept / 2 && !overlap(other.range, range));
}

/** Compares the likely places and decides between them. */
function search(index: TextIndex, pattern: Pattern): Anchoring {
  const { tokens, words, passage, selector } = pattern;
  const readings: Reading[] = [];
  let abandoned = 0;
  for (const stretch of findCandidates(index, tokens, selector.exact)) {
    const reading = read(index, pattern, stretch);
    if (typeof reading === "number") abandoned = Math.max(abandoned, reading);
    else readings.push(reading);
  }
  const [best, ...others] = readings.sort((left, right) => right.score - left.score);
  if (best === undefined) return orphaned;
  const second = others.find(({ range }) => !overlap(range, best.range));
  const twin = bestRival(index, tokens, passage, best.evidence.found);
  const twinContext = best.evidence.context === null ? null : (twin?.context ?? 0);
  const scores = [second?.score, twin === null ? undefined : scoreOf({ words: 1, context: twinContext, place: 0 })];
  const rivals = scores.filter((score) => score !== undefined);
  let size = 0;
  for (let i = passage.from; i < passage.to; i++) size += words.weight(tokens.ids[i] ?? 0);
  const finding: Finding = {
    ...best,
    isPlaced: false,
    isDoubtful: isPerhapsTorn(best, others, size),
    rival: rivals.length === 0 ? null : Math.max(...rivals),
    size,
    abandoned,
  };
  const verdict = decide(finding);
  return verdict.state === "orphaned" ? orphaned : { ...verdict, state: verdict.state, ...best.range };
}

/** An empty passage is a point: it is where it was, between the same words, or it is gone. */
function anchorPoint(text: string, { start, prefix, suffix }: Selector): Anchoring {
  if (start > text.length || !isClusterBoundary(text, start)) return orphaned;
  const sides = [
    prefix === "" ? start === 0 : text.endsWith(prefix, start),
    suffix === "" ? start === text.length : text.startsWith(suffix, start),
  ];
  const confidence = sides.filter(Boolean).length / sides.length;
  return confidence < leastPointContext ? orphaned : { state: "anchored", start, end: start, confidence, margin: 1 };
}

/**
 * Finds where the selector's passage is in `text`. Doubt is an answer: see Anchoring.
 *
 * The first passage that doesn't stand unchanged makes an index of the text, which the next ones use: linear once, and
 * then about as long as the passage takes to compare with a few places.
 */
export function anchor(text: string, selector: Selector): Anchoring {
  if (selector.exact === "") return anchorPoint(text, selector);
  const standing = findStanding(text, selector);
  if (standing !== null) {
    const { start, hasTwin, isRepeated } = standing;
    const rival = hasTwin ? scoreOf({ words: 1, context: 1, place: 0 }) : scoreOf({ words: 1, context: 0, place: 0 });
    const margin = hasTwin || isRepeated ? 1 - rival : 1;
    return { state: "anchored", start, end: start + selector.exact.length, confidence: 1, margin };
  }
  const index = indexOf(text);
  const pattern = patternOf(selector, index);
  return pattern.passage.from === pattern.passage.to ? orphaned : search(index, pattern);
}
