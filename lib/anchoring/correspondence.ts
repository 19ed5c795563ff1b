/** Which token of one text stands for which of another: the state that the steps of the comparison fill in. */
import type { Tokens } from "./tokens";
import type { Vocabulary } from "./vocabulary";

export interface Correspondence {
  a: Tokens;
  b: Tokens;
  words: Vocabulary;
  /** For each token of `a` the token of `b` that is the same word, perhaps spelt a little differently; -1 for none. */
  image: Int32Array;
  /** The same from `b` to `a`. */
  source: Int32Array;
  /** For each token of `a` without image the token of `b` that was put in its place, as far as one can tell; or -1. */
  replacement: Int32Array;
  /** 1 for each token of `a` that could as well stand for another token of `b`: a copy went, and nothing says which. */
  doubt: Uint8Array;
}

/** A stretch of each text; ends are exclusive. */
export interface Stretches {
  aFrom: number;
  aTo: number;
  bFrom: number;
  bTo: number;
}

const nowhere = (count: number) => new Int32Array(count).fill(-1);

/** Nothing is known yet. */
export function unknown(a: Tokens, b: Tokens, words: Vocabulary): Correspondence {
  const [image, source, replacement] = [nowhere(a.count), nowhere(b.count), nowhere(a.count)];
  return { a, b, words, image, source, replacement, doubt: new Uint8Array(a.count) };
}

/** Says that token `i` of `a` is token `j` of `b`; either may be taken from another. */
export function join({ image, source, replacement }: Correspondence, i: number, j: number): void {
  const before = source[j] ?? -1;
  if (before !== -1) image[before] = -1;
  const elsewhere = image[i] ?? -1;
  if (elsewhere !== -1) source[elsewhere] = -1;
  image[i] = j;
  source[j] = i;
  replacement[i] = -1;
}

/** Says that token `i` of `a` stands nowhere. */
export function part({ image, source }: Correspondence, i: number): void {
  const j = image[i] ?? -1;
  if (j !== -1) source[j] = -1;
  image[i] = -1;
}

/** Whether both tokens are the same word. */
export function isSame({ a, b }: Correspondence, i: number, j: number): boolean {
  return a.ids[i] === b.ids[j];
}
