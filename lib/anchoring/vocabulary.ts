/** Numbers words, so that comparing two of them is comparing two integers. */

/** How much a word says about which passage it stands in: of a sentence, mostly its longer words. */
const weights = { symbol: 0.15, short: 0.5, long: 1 };
const longWord = 4; // code units

function weigh(word: string): number {
  if (/\p{N}/u.test(word)) return weights.long;
  if (!/[\p{L}\p{Extended_Pictographic}]/u.test(word)) return weights.symbol;
  return word.length >= longWord ? weights.long : weights.short;
}

/** A bit for each letter that the word has (some share one): words whose letters differ much are told apart at once. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** The words met so far, each under its number. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #weights: number[] = [];
  readonly #letters: number[] = [];
  readonly #base: Vocabulary | null;
  readonly #first: number;

  /** @param base words that are known already and keep their numbers; new ones don't go there */
  constructor(base: Vocabulary | null = null) {
    this.#base = base;
    this.#first = base === null ? 0 : base.size;
  }

  get size(): number {
    return this.#first + this.#words.length;
  }

  /** The word's number, or -1 when it was never met. */
  #find(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    return this.#base === null ? -1 : this.#base.#find(word);
  }

  /** The number of a folded word. */
  number(word: string): number {
    const found = this.#find(word);
    if (found !== -1) return found;
    const number = this.size;
    this.#numbers.set(word, number);
    this.#words.push(word);
    this.#weights.push(weigh(word));
    this.#letters.push(lettersOf(word));
    return number;
  }

  word(number: number): string {
    if (this.#base !== null && number < this.#first) return this.#base.word(number);
    return this.#words[number - this.#first] ?? "";
  }

  /** From 0 to 1. */
  weight(number: number): number {
    if (this.#base !== null && number < this.#first) return this.#base.weight(number);
    return this.#weights[number - this.#first] ?? 0;
  }

  /** The letters it has, a bit each. */
  letters(number: number): number {
    if (this.#base !== null && number < this.#first) return this.#base.letters(number);
    return this.#letters[number - this.#first] ?? 0;
  }
}
