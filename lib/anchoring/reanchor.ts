/** Finds many passages of one revision in the next: the two are compared once, and each passage is read off the comparison. */
import { anchor } from "./anchor";
import { compare } from "./compare";
import type { Correspondence } from "./correspondence";
import { decide, scoreOf } from "./decide";
import { weigh } from "./evidence";
import { isMeaningChanged } from "./meaning";
import { type Range, rangeOf } from "./range";
import { bestRival } from "./rivals";
import { type Anchoring, orphaned, type Selector } from "./selector";
import { indexTokens, type TextIndex } from "./text-index";
import { type Stretch, tokenAt, tokenize, tokensIn } from "./tokens";
import { Vocabulary } from "./vocabulary";

/** So many tokens on each side are a passage's surroundings. */
const reach = 16;
/** So many are compared where the very words stand again. */
const rivalReach = 12;
/** The old text says which word is which, so a word that stands apart is still the passage's. */
const aloneCost = 0.001;
/** So many words (by weight) that are the same ones in both texts need no surroundings to be known by. */
const ownSize = 3;
/** The order of the surroundings is asked of the nearest words that are left, so many tokens away at most. */
const orderReach = 48;
/** A place whose words were there before is no place for a passage to have come to: it counts so much as a rival. */
const takenShare = 0.5;

/** Whether the nearest words left on both sides stand on the same sides of `found`; the text's edges do. */
function standsInOrder({ a, image }: Correspondence, passage: Stretch, found: Stretch): boolean {
  let before = passage.from - 1;
  while (before >= 0 && image[before] === -1 && passage.from - before < orderReach) before -= 1;
  let after = passage.to;
  while (after < a.count && image[after] === -1 && after - passage.to < orderReach) after += 1;
  const left = before < 0 ? -1 : (image[before] ?? -1);
  const right = after >= a.count ? found.to : (image[after] ?? -1);
  const isNear = found.from - left <= 4 * orderReach && right - found.to <= 4 * orderReach;
  return (before < 0 || left !== -1) && left < found.from && right >= found.to && isNear;
}

/** The range at the same distance from an unchanged place; it has no words that could change. */
function shifted({ start, end }: Range, by: number): Anchoring {
  return { state: "anchored", start: start + by, end: end + by, confidence: 1, margin: 1 };
}

/** Where a range without any word is: between the same two words as before, or within the same one. */
function mapPoint({ a, b, image }: Correspondence, range: Range): Anchoring {
  const after = tokenAt(a, range.start);
  const left = after === 0 ? -1 : (image[after - 1] ?? -1);
  const right = after === a.count ? b.count : (image[after] ?? -1);
  const aFrom = a.starts[after] ?? a.text.length;
  if (aFrom < range.start) {
    const isSameWord = a.text.slice(aFrom, a.ends[after]) === b.text.slice(b.starts[right], b.ends[right]);
    return right !== -1 && isSameWord ? shifted(range, (b.starts[right] ?? 0) - aFrom) : orphaned;
  }
  if ((after > 0 && left === -1) || right !== left + 1) return orphaned;
  const aGap = a.ends[after - 1] ?? 0;
  const bGap = b.ends[left] ?? 0;
  const isSameGap = b.text.slice(bGap, b.starts[right]) === a.text.slice(aGap, a.starts[after]);
  return isSameGap ? shifted(range, bGap - aGap) : orphaned;
}

/** Reads one passage of the old text off the comparison. */
function readOff(state: Correspondence, index: TextIndex, range: Range): Anchoring {
  const { a, source, doubt, words } = state;
  const passage = tokensIn(a, range.start, range.end);
  if (passage.from === passage.to) return mapPoint(state, range);
  const evidence = weigh(state, passage, reach, aloneCost);
  if (evidence === null) return orphaned;
  const isInOrder = standsInOrder(state, passage, evidence.found);
  const twin = bestRival(index, a, passage, evidence.found, rivalReach);
  let size = 0;
  for (let i = passage.from; i < passage.to; i++) size += words.weight(a.ids[i] ?? 0);
  const verdict = decide({
    evidence,
    isMeaningChanged: !evidence.isVerbatim && isMeaningChanged(state, passage, evidence.found),
    isPlaced: isInOrder || evidence.hasNeighbour || evidence.kept * size >= ownSize,
    isRepeated: false,
    isDoubtful: doubt[passage.from] === 1 || doubt[passage.to - 1] === 1,
    score: scoreOf({ words: evidence.likeness, context: evidence.context, place: Number(isInOrder) }),
    rival:
      twin === null
        ? null
        : scoreOf({ words: 1, context: twin.context, place: 0 }) * (source[twin.at] === -1 ? 1 : takenShare),
    size,
    abandoned: 0,
  });
  if (verdict.state === "orphaned") return orphaned;
  const found = rangeOf(state, range, passage, evidence.found);
  return found === null ? orphaned : { ...verdict, state: verdict.state, ...found };
}

/**
 * Finds every passage in `after`; answers in the selectors' order. `before` is the text that the selectors were made on;
 * one that doesn't fit it is first sought there, and if it isn't there, in `after` alone.
 *
 * Linear in both texts but for sorting, and for each passage as long as the passage.
 */
export function reanchor(before: string, after: string, selectors: readonly Selector[]): Anchoring[] {
  const words = new Vocabulary();
  const a = tokenize(before, words);
  const b = tokenize(after, words);
  const state = compare(a, b, words, null);
  const index = indexTokens(b, words);
  return selectors.map((selector) => {
    if (before.slice(selector.start, selector.end) === selector.exact) return readOff(state, index, selector);
    const found = anchor(before, selector);
    return found.state === "anchored" ? readOff(state, index, found) : anchor(after, selector);
  });
}
