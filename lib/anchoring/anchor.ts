/** Finds a selector's passage in a text: at its own position first, then wherever its words stand, context deciding. */
import { isClusterBoundary } from "./clusters";
import type { Anchoring, Selector } from "./selector";
import { joinsWord } from "./words";

/** A place where the selector's words stand. */
interface Candidate {
  start: number;
  /** From 0 to 1: how much of the known prefix and suffix still stands around it. */
  context: number;
  isInPlace: boolean;
}

/**
 * How places are compared. Context counts up to 1, and standing at the very offset counts a quarter of that: enough to
 * choose between places that look the same all around, too little to win against the surroundings.
 */
const placeWeight = 0.25;
const highestRank = 1 + placeWeight;
/** Context that is only nearly whole counts less than whole, so that a repeat with one changed letter is no rival. */
const partialContextWeight = 0.8;
/** Less than this between the best two places is doubt. It costs questions to people; less would cost wrong answers. */
const leastMargin = 0.1;
/** With this much of its context a place is the passage's own. */
const ownContext = 0.4;
/** Words this long (code units) that stand once in the text are hardly another passage. */
const distinctiveLength = 48;
/** Context of this length (code units) is recognised by itself. */
const traceLength = 24;

const orphaned: Anchoring = { state: "orphaned", start: null, end: null, confidence: 0, margin: 0 };

function commonPrefixLength(text: string, at: number, words: string): number {
  let length = 0;
  while (length < words.length && text.charCodeAt(at + length) === words.charCodeAt(length)) length++;
  return length;
}

function commonSuffixLength(text: string, end: number, words: string): number {
  let length = 0;
  while (length < words.length && text.charCodeAt(end - 1 - length) === words.charCodeAt(words.length - 1 - length)) {
    length++;
  }
  return length;
}

/**
 * How much of the context stands around the range, each known side counting the same; 0 when neither is known. No words
 * on a side agree with the edge of the text; anywhere else they say nothing.
 */
function contextAgreement(text: string, at: number, { exact, prefix, suffix }: Selector): number {
  const sides: number[] = [];
  const end = at + exact.length;
  if (prefix !== "") sides.push(commonSuffixLength(text, at, prefix) / prefix.length);
  else if (at === 0) sides.push(1);
  if (suffix !== "") sides.push(commonPrefixLength(text, end, suffix) / suffix.length);
  else if (end === text.length) sides.push(1);
  if (sides.length === 0) return 0;
  const mean = sides.reduce((sum, side) => sum + side, 0) / sides.length;
  return mean === 1 ? 1 : mean * partialContextWeight;
}

/**
 * The test for a place that cuts no character, and cuts a word only where the selector itself did. What the selector
 * did at an edge is unknown when it has no context there, unless that edge is the text's own.
 */
function wholePlaceTest({ start, exact, prefix, suffix }: Selector): (text: string, at: number) => boolean {
  const startedWord = prefix === "" ? start === 0 : !joinsWord(prefix, exact);
  const endedWord = suffix !== "" && !joinsWord(exact, suffix);
  return (text, at) => {
    const end = at + exact.length;
    if (startedWord && joinsWord(text.slice(Math.max(0, at - 3), at), exact)) return false;
    if (endedWord && joinsWord(exact, text.slice(end, end + 3))) return false;
    return isClusterBoundary(text, at) && isClusterBoundary(text, end);
  };
}

/** Whether the old surroundings still stand at some place other than around `start`: the passage was edited there. */
function surroundingsStandElsewhere(text: string, start: number, { exact, prefix, suffix }: Selector): boolean {
  const before = prefix.slice(-traceLength);
  const after = suffix.slice(0, traceLength);
  const beforeAt = before.length < traceLength ? -1 : text.indexOf(before);
  const afterAt = after.length < traceLength ? -1 : text.indexOf(after);
  return (
    (beforeAt !== -1 && beforeAt !== start - before.length) || (afterAt !== -1 && afterAt !== start + exact.length)
  );
}

const rank = (candidate: Candidate) => candidate.context + (candidate.isInPlace ? placeWeight : 0);

/** The two best places among all where the words stand; one pass, nothing kept of the others. */
function bestTwo(text: string, selector: Selector): [Candidate | null, Candidate | null] {
  const isWholePlace = wholePlaceTest(selector);
  let best: Candidate | null = null;
  let second: Candidate | null = null;
  for (let at = text.indexOf(selector.exact); at !== -1; at = text.indexOf(selector.exact, at + 1)) {
    if (!isWholePlace(text, at)) continue;
    const found = { start: at, context: contextAgreement(text, at, selector), isInPlace: at === selector.start };
    if (best === null || rank(found) > rank(best)) {
      second = best;
      best = found;
    } else if (second === null || rank(found) > rank(second)) {
      second = found;
    }
  }
  return [best, second];
}

/** An empty passage is a point: it is where it was, between the same words, or it is gone. */
function anchorPoint(text: string, selector: Selector): Anchoring {
  const { start } = selector;
  if (start > text.length || !isClusterBoundary(text, start)) return orphaned;
  const context = contextAgreement(text, start, selector);
  return context < ownContext ? orphaned : { state: "anchored", start, end: start, confidence: context, margin: 1 };
}

/** Finds where the selector's passage is in `text`. */
export function anchor(text: string, selector: Selector): Anchoring {
  if (selector.exact === "") return anchorPoint(text, selector);
  const [best, second] = bestTwo(text, selector);
  if (best === null) return orphaned;

  const { start, context } = best;
  const end = start + selector.exact.length;
  const margin = second === null ? 1 : (rank(best) - rank(second)) / highestRank;
  const distinctiveness = second === null ? Math.min(1, selector.exact.length / distinctiveLength) : 0;
  const sureness = Math.min(1, Math.max(context, best.isInPlace ? 0.5 : 0) + (1 - context) * 0.5 * distinctiveness);

  const isOwnPlace = context >= ownContext || (best.isInPlace && second === null);
  const isSurelyMoved = distinctiveness === 1 && !surroundingsStandElsewhere(text, start, selector);
  if (margin >= leastMargin && isOwnPlace) return { state: "anchored", start, end, confidence: sureness, margin };
  if (margin >= leastMargin && isSurelyMoved) return { state: "moved", start, end, confidence: sureness, margin };
  return { state: "ambiguous", start, end, confidence: sureness / 2, margin };
}
