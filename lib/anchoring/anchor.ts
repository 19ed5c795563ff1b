/** Finds one passage in a text of which nothing else is known: every likely place is compared, words and surroundings alike. */
import { findCandidates } from "./candidates";
import { isClusterBoundary } from "./clusters";
import { contest } from "./contest";
import { decide, scoreOf } from "./decide";
import { type Pattern, patternOf, type Reading, read } from "./reading";
import { type Anchoring, orphaned, type Selector } from "./selector";
import { indexOf, type TextIndex } from "./text-index";
import { findStanding } from "./verbatim";

/** A point between unlike words is gone. */
const leastPointContext = 0.4;

/** Compares the likely places and decides between them. */
function search(index: TextIndex, pattern: Pattern): Anchoring {
  const readings: Reading[] = [];
  let abandoned = 0;
  for (const stretch of findCandidates(index, pattern.tokens, pattern.passage, pattern.selector.exact)) {
    const reading = read(index, pattern, stretch);
    if (typeof reading === "number") abandoned = Math.max(abandoned, reading);
    else readings.push(reading);
  }
  const won = contest(index, pattern, readings, abandoned);
  if (won === null) return orphaned;
  const verdict = decide(won.finding);
  return verdict.state === "orphaned" ? orphaned : { ...verdict, state: verdict.state, ...won.range };
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
