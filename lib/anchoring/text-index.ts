/** Where each word of a text, and each run of three words, stands: made once for a text that many passages are sought in. */
import { type Folded, fold } from "./fold";
import { type Tokens, tokenize } from "./tokens";
import { Vocabulary } from "./vocabulary";

/** Tokens in a run. Three are rare enough to tell places apart, and few enough to survive an edit nearby. */
export const runLength = 3;

export interface TextIndex {
  words: Vocabulary;
  tokens: Tokens;
  /** The tokens that are the word, in order. */
  places(id: number): Int32Array;
  /** The tokens at which the three words stand in this order, the last first; at most `most` of them. */
  runs(first: number, second: number, third: number, most: number): number[];
  /** The text's letters as they are compared. */
  folded(): Folded;
}

/** The places of each word, all in one array, word after word. */
function placesOf({ ids, count }: Tokens, words: number): (id: number) => Int32Array {
  const begins = new Int32Array(words + 1);
  for (let token = 0; token < count; token++) begins[(ids[token] ?? 0) + 1] = (begins[(ids[token] ?? 0) + 1] ?? 0) + 1;
  for (let id = 0; id < words; id++) begins[id + 1] = (begins[id + 1] ?? 0) + (begins[id] ?? 0);
  const filled = begins.slice();
  const places = new Int32Array(count);
  for (let token = 0; token < count; token++) {
    const at = filled[ids[token] ?? 0] ?? 0;
    places[at] = token;
    filled[ids[token] ?? 0] = at + 1;
  }
  return (id) => (id >= words ? places.subarray(0, 0) : places.subarray(begins[id], begins[id + 1]));
}

const hashOf = (first: number, second: number, third: number) => {
  const hash = Math.imul(Math.imul(Math.imul(first + 1, 0x9e3779b1) ^ second, 0x85ebca6b) ^ third, 0xc2b2ae35);
  return hash ^ (hash >>> 15);
};

/** A hash table of chains: heads by hash, and for each token the one before it with the same hash. */
function runsOf({ ids, count }: Tokens): TextIndex["runs"] {
  let slots = 16;
  while (slots < count) slots *= 2;
  const heads = new Int32Array(slots).fill(-1);
  const next = new Int32Array(count).fill(-1);
  for (let token = 0; token + runLength <= count; token++) {
    const slot = hashOf(ids[token] ?? 0, ids[token + 1] ?? 0, ids[token + 2] ?? 0) & (slots - 1);
    next[token] = heads[slot] ?? -1;
    heads[slot] = token;
  }
  return (first, second, third, most) => {
    const found: number[] = [];
    let token = heads[hashOf(first, second, third) & (slots - 1)] ?? -1;
    for (; token !== -1 && found.length < most; token = next[token] ?? -1) {
      if (ids[token] === first && ids[token + 1] === second && ids[token + 2] === third) found.push(token);
    }
    return found;
  };
}

/** Indexes tokens that `words` numbers. Linear. */
export function indexTokens(tokens: Tokens, words: Vocabulary): TextIndex {
  let runs: TextIndex["runs"] | null = null;
  let folded: Folded | null = null;
  return {
    words,
    tokens,
    places: placesOf(tokens, words.size),
    runs: (first, second, third, most) => {
      runs ??= runsOf(tokens);
      return runs(first, second, third, most);
    },
    folded: () => {
      folded ??= fold(tokens.text);
      return folded;
    },
  };
}

/** The last index made, while memory allows: passages are usually sought in one text, one after another. */
let last: WeakRef<TextIndex> | null = null;

/** The text's index. */
export function indexOf(text: string): TextIndex {
  const known = last?.deref();
  if (known !== undefined && known.tokens.text === text) return known;
  const words = new Vocabulary();
  const index = indexTokens(tokenize(text, words), words);
  last = new WeakRef(index);
  return index;
}
