/** Recognises pull quotes: paragraphs of their own that repeat words of a longer paragraph before or after them. */
import { endsSentence, wordsOf } from "./shapes";
import { type Decisions, decide, type Unit } from "./unit";

const shortest = { sentence: 5, fragment: 8 };
const longest = 70;
/** Longer paragraphs (words) are searched no further. */
const longestBody = 5000;
/** A pull quote may differ from its sentence in this share of its words, in a paragraph this many times as long. */
const mostDifference = { share: 0.1, inLonger: 1.2 };
/** A run of words that stands in more paragraphs than this says nothing about which one is repeated. */
const mostPlaces = 16;
const runLength = 3;
/** Paragraphs compared word by word, of those that share the most runs. */
const mostCompared = 3;

/** A word that turns a claim round or gives its measure. Where it differs, the claim differs. */
const changesClaim = (word: string) =>
  /^\p{N}/u.test(word) || /^(?:no|not|never|nor|none|nobody|nothing|without|cannot)$|n't$/.test(word);

interface Paragraph {
  index: number;
  words: string[];
}

/** Marks pull quotes with the unit they repeat. Sentences that recur inside longer paragraphs are nobody's repeat. */
export function judgePullQuotes(units: readonly Unit[]): readonly Unit[] {
  const paragraphs = units.flatMap((unit, index): Paragraph[] =>
    isBody(unit) ? [{ index, words: wordsOf(unit.text) }] : [],
  );
  const runs = runIndex(paragraphs);
  const alike = Map.groupBy(paragraphs, ({ words }) => words.join(" "));
  /** Paragraphs that stand three times or more are a refrain. */
  const isRefrain = ({ words }: Paragraph) => (alike.get(words.join(" "))?.length ?? 0) > 2;
  const decisions: Decisions = new Map();
  const repeatedIn = (quote: Paragraph) =>
    likeliest(quote, runs).find((body) => {
      if (decisions.has(body.index) || (body.words.length === quote.words.length && isRefrain(quote))) return false;
      const allowed = allowedDifference(quote, body);
      return allowed !== null && contains(body.words, quote.words, allowed);
    });
  // Longest first, so that a pull quote is never taken for the body of a shorter one.
  const candidates = paragraphs
    .filter(({ index, words }) => mayBePullQuote(units[index], words.length))
    .sort((a, b) => b.words.length - a.words.length || b.index - a.index);
  for (const quote of candidates) {
    const body = repeatedIn(quote);
    if (body !== undefined) decisions.set(quote.index, { form: { type: "pull-quote", repeats: body.index } });
  }
  return decide(units, decisions);
}

function isBody({ aside, form }: Unit): boolean {
  return aside === null && ["line", "paragraph", "quote", "list-item"].includes(form.type);
}

function mayBePullQuote(unit: Unit | undefined, length: number): boolean {
  if (unit === undefined || unit.form.type === "list-item" || length > longest) return false;
  return length >= (endsSentence(unit.text) ? shortest.sentence : shortest.fragment);
}

/** How many words may differ; null when the one can't repeat the other. Of two equal paragraphs the later is the repeat. */
function allowedDifference(quote: Paragraph, body: Paragraph): number | null {
  if (body.words.length >= quote.words.length * mostDifference.inLonger) {
    return Math.floor(quote.words.length * mostDifference.share);
  }
  const isLaterOfTwo = body.words.length === quote.words.length && body.index < quote.index;
  return body.words.length > quote.words.length || isLaterOfTwo ? 0 : null;
}

type RunIndex = Map<string, Paragraph[]>;

function* runsOf(words: readonly string[]): Generator<string> {
  for (let start = 0; start + runLength <= words.length; start++) yield words.slice(start, start + runLength).join(" ");
}

/** Which paragraphs hold each run of words. */
function runIndex(paragraphs: readonly Paragraph[]): RunIndex {
  const index: RunIndex = new Map();
  for (const paragraph of paragraphs) {
    if (paragraph.words.length > longestBody) continue;
    for (const run of new Set(runsOf(paragraph.words))) {
      const holders = index.get(run);
      if (holders === undefined) index.set(run, [paragraph]);
      else if (holders.length <= mostPlaces) holders.push(paragraph);
    }
  }
  return index;
}

/** The paragraphs that share at least half of the quote's runs of words, most first. */
function likeliest(quote: Paragraph, index: RunIndex): Paragraph[] {
  const shared = new Map<Paragraph, number>();
  let runs = 0;
  for (const run of runsOf(quote.words)) {
    runs++;
    const holders = index.get(run) ?? [];
    if (holders.length > mostPlaces) continue;
    for (const holder of holders) if (holder !== quote) shared.set(holder, (shared.get(holder) ?? 0) + 1);
  }
  return [...shared]
    .filter(([, count]) => count >= runs / 2)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostCompared)
    .map(([paragraph]) => paragraph);
}

/**
 * Whether the body holds the quote's words in order, but for `allowed` differences none of which changes the claim.
 * Sellers' algorithm (1980): edit distance over words where the match may begin and end anywhere in the body, with
 * differences that change the claim costing more than can be allowed. O(quote × body) words.
 */
function contains(body: readonly string[], quote: readonly string[], allowed: number): boolean {
  const cost = (word: string | undefined) => (word !== undefined && changesClaim(word) ? allowed + 1 : 1);
  let column = new Array<number>(quote.length + 1).fill(0);
  for (let row = 1; row <= quote.length; row++) column[row] = (column[row - 1] ?? 0) + cost(quote[row - 1]);
  for (const word of body) {
    const next = [0];
    for (let row = 1; row <= quote.length; row++) {
      const own = quote[row - 1];
      const replaced = (column[row - 1] ?? 0) + (own === word ? 0 : Math.max(cost(own), cost(word)));
      next.push(Math.min(replaced, (column[row] ?? 0) + cost(word), (next[row - 1] ?? 0) + cost(own)));
    }
    column = next;
    if ((column[quote.length] ?? Number.POSITIVE_INFINITY) <= allowed) return true;
  }
  return false;
}
