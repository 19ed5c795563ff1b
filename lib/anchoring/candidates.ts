/** Names the stretches of a text where a passage may stand: wherever rare words of it or its surroundings stand together. */
import { searchNear } from "./bit-vector";
import { fold } from "./fold";
import { runLength, type TextIndex } from "./text-index";
import { type Stretch, type Tokens, tokenAt } from "./tokens";

/** Only so many stretches are compared closely. */
const mostCandidates = 8;
/** … and these more for the passage without its surroundings … */
const mostOfPassage = 3;
/** … if it has so many tokens: one or two words stand everywhere … */
const distinctTokens = 4;
/** … and none that less speaks for than this share of what speaks for the likeliest. */
const leastShare = 0.1;
/** A run or word that stands in more places than this says too little to be followed to each of them … */
const mostPlaces = 256;
/** … unless nothing else is known. */
const mostPlacesAtLast = 4096;
/** Passages longer than this (code units) aren't searched letter by letter: no word of theirs has survived. */
const longestSearched = 256;
/** How many letters of a passage may differ when it is. */
const errorShare = 0.25;

/** A word of the pattern found in the text; `shift` is how much further on it stands there. */
interface Vote {
  shift: number;
  weight: number;
}

/** Votes of the pattern's runs and rarer words. */
function collectVotes({ places, runs, words }: TextIndex, { ids }: Tokens, of: Stretch, most: number): Vote[] {
  const votes: Vote[] = [];
  for (let i = of.from; i < of.to; i++) {
    const [first, second, third] = [ids[i] ?? 0, ids[i + 1] ?? 0, ids[i + 2] ?? 0];
    const found = places(first);
    const weight = words.weight(first);
    if (found.length <= most) {
      for (const place of found) votes.push({ shift: place - i, weight: weight / (1 + Math.log2(found.length)) });
    }
    if (i + runLength > of.to) continue;
    const runWeight = weight + words.weight(second) + words.weight(third);
    const together = runs(first, second, third, most + 1);
    if (together.length > most) continue;
    for (const place of together) {
      votes.push({ shift: place - i, weight: (runLength * runWeight) / (1 + Math.log2(together.length)) });
    }
  }
  return votes.sort((left, right) => left.shift - right.shift);
}

/** Groups votes whose shifts are near each other and picks the heaviest groups. */
function heaviest(votes: readonly Vote[], width: number, most: number): { first: number; last: number }[] {
  const groups: { first: number; last: number; weight: number }[] = [];
  let sum = 0;
  for (let head = 0, tail = 0; head < votes.length; head++) {
    const last = votes[head]?.shift ?? 0;
    sum += votes[head]?.weight ?? 0;
    while (last - (votes[tail]?.shift ?? 0) > width) sum -= votes[tail++]?.weight ?? 0;
    const first = votes[tail]?.shift ?? 0;
    const previous = groups.at(-1);
    if (previous === undefined || first > previous.last) groups.push({ first, last, weight: sum });
    else if (sum > previous.weight) Object.assign(previous, { first, last, weight: sum });
  }
  groups.sort((left, right) => right.weight - left.weight);
  const least = (groups[0]?.weight ?? 0) * leastShare;
  return groups.slice(0, most).filter(({ weight }) => weight >= least);
}

/** Where something like the letters of `exact` stands. */
function searchLetters({ tokens, folded: foldedText }: TextIndex, exact: string, slack: number): Stretch[] {
  const folded = foldedText();
  const pattern = fold(exact).text.trim();
  if (pattern.length > longestSearched) return [];
  return searchNear(folded.text, pattern, Math.floor(pattern.length * errorShare))
    .sort((left, right) => left.errors - right.errors)
    .slice(0, mostCandidates)
    .map(({ end }) => {
      const last = tokenAt(tokens, (folded.offsets[end] ?? 0) - 1);
      return { from: Math.max(0, last - slack), to: Math.min(tokens.count, last + slack) };
    });
}

/**
 * Stretches of the text: where most of the pattern stands, likeliest first, and where most of the passage itself does,
 * which may have moved away from its longer surroundings.
 *
 * @param pattern the passage with its surroundings, numbered by a vocabulary on top of the index's
 * @param passage the passage's tokens in it
 * @param exact the passage, for when no word of the pattern stands anywhere
 */
export function findCandidates(index: TextIndex, pattern: Tokens, passage: Stretch, exact: string): Stretch[] {
  const slack = 16 + (pattern.count >> 2);
  const whole = { from: 0, to: pattern.count };
  let votes = collectVotes(index, pattern, whole, mostPlaces);
  if (votes.length === 0) votes = collectVotes(index, pattern, whole, mostPlacesAtLast);
  if (votes.length === 0) return searchLetters(index, exact, slack + pattern.count);
  const likely = heaviest(votes, slack, mostCandidates);
  const isDistinct = passage.to - passage.from >= distinctTokens;
  const own = isDistinct ? heaviest(collectVotes(index, pattern, passage, mostPlaces), slack, mostOfPassage) : [];
  const more = own.filter(({ first, last }) => !likely.some((other) => first <= other.last && last >= other.first));
  return [...likely, ...more].map(({ first, last }) => ({
    from: Math.max(0, first - slack),
    to: Math.min(index.tokens.count, last + pattern.count + slack),
  }));
}
