/** Lets the places of one text that were read compete for a passage. */
import type { Finding } from "./decide";
import { scoreOf } from "./decide";
import { repeatsBefore } from "./describe";
import type { Range } from "./range";
import type { Pattern, Reading } from "./reading";
import { bestRival } from "./rivals";
import type { TextIndex } from "./text-index";

/** So many words (by weight) in a row that stood nowhere else before are the same ones now. */
const ownRun = 4;
/** With so much of the surroundings elsewhere, fewer words than those were exchanged there, and stand here by accident. */
const leftBehind = 0.95;
/** Punctuation weighs less. */
const leastWordWeight = 0.2;
/** A part of a passage smaller than this is no part that was torn off. */
const leastPart = 0.1;
/** With this much of a passage found, here and at the place of a part torn off, nothing of it was exchanged. */
const nearlyWhole = 0.95;
/** Of a passage with less than this in one place, the rest may have given way … */
const mostOfPassage = 0.9;
/** … to what was put in, if that is more than this share of what is left. */
const mostPutIn = 1 / 3;
/** Where a copy may be what was found, a part elsewhere larger than this share of it is a doubt. */
const largePart = 0.5;
/** Shares of a passage this near are equal. */
const equalShares = 1e-9;

/** The place that won, and what speaks for it. */
interface Winner {
  range: Range;
  finding: Finding;
}

function overlap(left: Range, right: Range): boolean {
  return left.start < right.end && right.start < left.end;
}

/** The tokens of the passage in this place of whose sentence more stands around another place's. */
function tokensOfOthers(reading: Reading, readings: readonly Reading[]): number[] {
  const others = readings.filter(({ range }) => !overlap(range, reading.range));
  const lost: number[] = [];
  reading.runs.forEach((run, token) => {
    const isMark = (reading.kept[token] ?? 0) < leastWordWeight;
    // A mark goes with the word before it.
    const isLost = isMark ? lost.at(-1) === token - 1 : others.some(({ runs }) => (runs[token] ?? 0) > run);
    if (run > 0 && isLost) lost.push(token);
  });
  return lost;
}

/** Gives each word of a passage that stood alone to one place; those that keep most of it come first. */
function settle(readings: readonly Reading[]): Reading[] {
  const lost = readings.map((reading) => tokensOfOthers(reading, readings));
  const settled = readings.flatMap((reading, at) => {
    const tokens = lost[at] ?? [];
    return tokens.length === 0 ? reading : (reading.without(tokens) ?? []);
  });
  return settled.sort((left, right) => {
    const more = right.evidence.kept - left.evidence.kept;
    return Math.abs(more) > equalShares ? more : right.score - left.score;
  });
}

/** How much of what `other` has of the passage `one` lacks, and how much both have; by weight. */
function compareKept(one: Reading, other: Reading): { missing: number; shared: number } {
  let [missing, shared] = [0, 0];
  other.kept.forEach((weight, token) => {
    if (one.kept[token] === 0) missing += weight;
    else shared += weight;
  });
  return { missing, shared };
}

/** The score of the best place that has the same of the passage, and the share of it that another place has instead. */
function rivalsOf(best: Reading, readings: readonly Reading[], index: TextIndex, pattern: Pattern) {
  const { tokens, passage, size } = pattern;
  const scores: number[] = [];
  let torn = 0;
  for (const other of readings) {
    if (other === best || overlap(other.range, best.range)) continue;
    const { missing, shared } = compareKept(best, other);
    if (shared >= missing) scores.push(other.score);
    else if (missing > leastPart * size) torn = Math.max(torn, missing / size);
  }
  // There may be more copies than were read.
  const twin = bestRival(index, tokens, passage, best.evidence.found, tokens.count);
  const isRead = readings.some(
    ({ evidence: { found } }) => twin !== null && twin.at >= found.from && twin.at < found.to,
  );
  if (twin !== null && !isRead) scores.push(scoreOf({ words: 1, context: twin.context, place: 0 }));
  return { rival: scores.length === 0 ? null : Math.max(...scores), torn };
}

/** Whether the words are too many in a row to be others than the passage's, which stood nowhere else before. */
function isOwn({ evidence, runs, unbroken }: Reading, torn: number, size: number, abandoned: number): boolean {
  const { isVerbatim, kept } = evidence;
  if (!isVerbatim && kept + torn < nearlyWhole) return false;
  if (size < ownRun && abandoned > leftBehind) return false;
  const longest = runs.reduce((most, run) => Math.max(most, run), 0);
  return Math.max(longest, isVerbatim ? size + unbroken : 0) >= ownRun;
}

/** Whether something was put in the place of what is missing: it may be the passage's, or what parts it from the rest. */
function isGivenWay({ kept, likeness }: Reading["evidence"], torn: number): boolean {
  const standing = (2 * kept) / likeness - 1;
  const exchanged = 1 - kept - torn;
  return kept < mostOfPassage && standing - kept - exchanged > kept * mostPutIn;
}

/**
 * The place that has most of a passage that stood alone, or that agrees best with the words, surroundings and position of
 * one that stood among others like it; null when there are no readings.
 *
 * @param abandoned how much of the surroundings stands together in a place that has nothing of the passage, from 0 to 1
 */
export function contest(
  index: TextIndex,
  pattern: Pattern,
  readings: readonly Reading[],
  abandoned: number,
): Winner | null {
  const repeats = repeatsBefore(pattern.selector);
  const isAlone = repeats === "none";
  const places = isAlone ? settle(readings) : readings.toSorted((left, right) => right.score - left.score);
  const best = places[0];
  if (best === undefined) return null;
  const { evidence, range, score, isMeaningChanged } = best;
  const { rival, torn } = rivalsOf(best, places, index, pattern);
  const isPerhapsCopy = !isAlone && torn > evidence.kept * largePart;
  const finding: Finding = {
    evidence: { ...evidence, torn },
    isMeaningChanged,
    isPlaced: isAlone && isOwn(best, torn, pattern.size, abandoned),
    isDoubtful: best.isParted || isPerhapsCopy || isGivenWay(evidence, torn),
    isRepeated: repeats === "some",
    score,
    rival,
    size: pattern.size,
    abandoned,
  };
  return { range, finding };
}
