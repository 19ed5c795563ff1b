/** Whether two different words are one word, misspelt or inflected. */
import { editDistance } from "./bit-vector";
import type { Vocabulary } from "./vocabulary";

/** Shorter words (code units) are too near to each other: "not" and "now", "he" and "she". */
const shortest = 4;
const longest = 64;
/** At most this share of the longer word may differ. */
const mostDifference = 0.34;

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function compare(left: string, right: string, differingLetters: number): number {
  const longer = Math.max(left.length, right.length);
  const shorter = Math.min(left.length, right.length);
  if (shorter < shortest || longer > longest || (longer - shorter) / longer > mostDifference) return 0;
  // An edit changes two letters at most: one goes, one comes.
  if (differingLetters > 2 * mostDifference * longer) return 0;
  // A typo seldom falls on both ends; looking there first spares nearly all comparisons.
  if (left[0] !== right[0] && left.at(-1) !== right.at(-1)) return 0;
  // A number with one other digit is another number.
  if (/\p{N}/u.test(left) || /\p{N}/u.test(right)) return 0;
  const difference = editDistance(left, right) / longer;
  return difference > mostDifference ? 0 : 1 - difference;
}

/** From 0 (another word) to 1 (the same) for two numbers of the vocabulary. */
export function likeness(words: Vocabulary, left: number, right: number): number {
  if (left === right) return 1;
  const differing = countBits(words.letters(left) ^ words.letters(right));
  return compare(words.word(left), words.word(right), differing);
}
