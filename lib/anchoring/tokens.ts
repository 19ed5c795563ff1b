/** Cuts a text into words and symbols, each knowing where it stands: what passages are compared by. */
import { isApostrophe, kind, kindOf } from "./characters";
import { foldWord } from "./fold";
import type { Vocabulary } from "./vocabulary";

/** What stands before a token: the higher, the likelier that an edit begins or ends there. */
export const rank = { inside: 0, punctuation: 1, sentence: 2, paragraph: 3 } as const;

/** A text's tokens, or a stretch of them; arrays side by side, because there are hundreds of thousands. */
export interface Tokens {
  /** The whole text, also for a stretch. */
  text: string;
  count: number;
  /** Numbers in the vocabulary. */
  ids: Int32Array;
  /** Code units in the text; ends are exclusive. */
  starts: Int32Array;
  ends: Int32Array;
  ranks: Uint8Array;
}

/** Tokens in a row; `to` is exclusive. */
export interface Stretch {
  from: number;
  to: number;
}

const isDigitAt = (text: string, at: number) => kindOf(text.codePointAt(at) ?? 0) === kind.digit;
const isLetterAt = (text: string, at: number) => kindOf(text.codePointAt(at) ?? 0) === kind.letter;
const sizeOf = (point: number) => (point > 0xffff ? 2 : 1);
const fullStop = 0x2e;
const comma = 0x2c;
const joiner = 0x200d;

/** Whether the unit at `at` holds a number ("1.7") or a word ("can’t") together. `lastKind` is what stands before it. */
function holdsTogether(text: string, at: number, lastKind: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === fullStop || unit === comma) return lastKind === kind.digit && isDigitAt(text, at + 1);
  return isApostrophe(unit) && lastKind === kind.letter && isLetterAt(text, at + 1);
}

/** The end of the word or number that starts at `at`. */
function wordEnd(text: string, at: number): number {
  let end = at;
  let lastKind: number = kind.letter;
  for (let next = at; next < text.length; ) {
    const point = text.codePointAt(next) ?? 0;
    const sort = kindOf(point);
    const isPart = sort === kind.letter || sort === kind.digit || sort === kind.mark;
    if (!isPart && sort !== kind.ignorable && !holdsTogether(text, next, lastKind)) break;
    next += sizeOf(point);
    if (isPart) end = next;
    if (sort === kind.letter || sort === kind.digit) lastKind = sort;
  }
  return end;
}

/** The end of the symbol that starts at `at`: an emoji with all its parts, a flag, a run of dots or of dashes. */
function symbolEnd(text: string, at: number): number {
  const first = text.codePointAt(at) ?? 0;
  let end = at + sizeOf(first);
  if (first === fullStop || first === 0x2d) while (text.charCodeAt(end) === first) end += 1;
  if (kindOf(first) === kind.regional && kindOf(text.codePointAt(end) ?? 0) === kind.regional) end += 2;
  for (let last = first; end < text.length; ) {
    const point = text.codePointAt(end) ?? 0;
    const sort = kindOf(point);
    if (sort !== kind.mark && !(last === joiner && sort === kind.symbol)) break;
    end += sizeOf(point);
    last = point;
  }
  return end;
}

const endsSentence = /[.!?…。！？؟।]/u;
const closes = /["'”’»)\]]/u;

/** Cuts `text`; words are numbered by `words`. */
export function tokenize(text: string, words: Vocabulary): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const ids: number[] = [];
  const ranks: number[] = [];
  let next: number = rank.paragraph;
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at) ?? 0;
    const sort = kindOf(point);
    if (sort === kind.space || sort === kind.ignorable) {
      if (point === 0x0a) next = rank.paragraph;
      at += sizeOf(point);
      continue;
    }
    const isWord = sort === kind.letter || sort === kind.digit;
    const end = isWord ? wordEnd(text, at) : symbolEnd(text, at);
    const word = text.slice(at, end);
    starts.push(at);
    ends.push(end);
    ids.push(words.number(foldWord(word)));
    ranks.push(next);
    if (sort !== kind.symbol) next = rank.inside;
    else if (endsSentence.test(word)) next = rank.sentence;
    else if (next !== rank.sentence || !closes.test(word)) next = rank.punctuation;
    at = end;
  }
  return {
    text,
    count: starts.length,
    ids: Int32Array.from(ids),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    ranks: Uint8Array.from(ranks),
  };
}

/** A stretch of tokens, sharing their arrays. */
export function stretchOf({ text, ids, starts, ends, ranks }: Tokens, { from, to }: Stretch): Tokens {
  return {
    text,
    count: to - from,
    ids: ids.subarray(from, to),
    starts: starts.subarray(from, to),
    ends: ends.subarray(from, to),
    ranks: ranks.subarray(from, to),
  };
}

/** The first token that ends after `offset` (code units): the one there, or the next. */
export function tokenAt({ ends, count }: Tokens, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The tokens that the code units from `start` to `end` touch; none when there are no code units between. */
export function tokensIn(tokens: Tokens, start: number, end: number): Stretch {
  const from = tokenAt(tokens, start);
  if (start === end) return { from, to: from };
  const last = tokenAt(tokens, end - 1);
  const isTouched = last < tokens.count && (tokens.starts[last] ?? 0) < end;
  return { from, to: Math.max(from, isTouched ? last + 1 : last) };
}
