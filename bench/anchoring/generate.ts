/** Writes articles of any length that read like none, but whose words, numbers and names come as often as in real ones. */
import { type Random, randomFrom } from "./random";

const onsets = "b br c ch cl d dr f fl g gr h l m n p pl pr qu r s sh sl st t tr v w".split(" ");
const vowels = "a e i o u ai ea ou".split(" ");
const codas = ["", "", "n", "r", "l", "t", "st", "nd", "m", "ck", "rt", "ss"];
const auxiliaries = ["is", "was", "will", "would", "can", "should", "has", "does"];
const links = ["and", "but", "because", "while", "although", "as"];
const lexiconSize = 5000;
const nameCount = 200;

const syllable = (random: Random) => random.pick(onsets) + random.pick(vowels) + random.pick(codas);
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The words of one language; all generated articles share it. */
const lexicon = (() => {
  const random = randomFrom(1);
  const word = () => Array.from({ length: 1 + random.below(3) }, () => syllable(random)).join("");
  const words = Array.from({ length: lexiconSize }, word);
  return { words, names: Array.from({ length: nameCount }, () => capital(syllable(random) + syllable(random))) };
})();

/** The commonest words of a language are the small ones, written out below; of the others the first come most often. */
const firstRank = 0.4;

/** A word: the second comes half as often as the first, and so on (Zipf's law). */
function word(random: Random): string {
  const share = firstRank + (1 - firstRank) * (random.below(1_000_000) / 1_000_000);
  const rank = Math.floor(lexiconSize ** share);
  return lexicon.words[Math.min(rank, lexiconSize) - 1] ?? "";
}

const number = (random: Random) =>
  random.pick([
    `${1 + random.below(98)}`,
    `${random.below(20)}.${random.below(10)}`,
    `${1 + random.below(9)},${100 + random.below(900)}`,
    `${1950 + random.below(80)}`,
  ]);

function phrase(random: Random): string {
  const adjective = random.chance(0.4) ? `${word(random)} ` : "";
  const what = random.chance(0.1)
    ? random.pick(lexicon.names)
    : random.chance(0.1)
      ? `${number(random)} ${word(random)}`
      : word(random);
  return `${random.pick(["the", "a", "this", "every", "its"])} ${adjective}${what}${random.chance(0.3) ? ` of the ${word(random)}` : ""}`;
}

const clause = (random: Random) => `${phrase(random)} ${random.pick(auxiliaries)} ${word(random)} ${phrase(random)}`;

/** A sentence of about eight to thirty words. */
export function generateSentence(random: Random): string {
  let sentence = capital(clause(random));
  while (random.chance(0.45)) sentence += `, ${random.pick(links)} ${clause(random)}`;
  if (random.chance(0.1)) sentence += ` – “${clause(random)}” –`;
  return `${sentence}${random.chance(0.07) ? "?" : "."}`;
}

/** An article of at least so many code units: headings and paragraphs, separated as canonical text is. */
export function generateArticle(length: number, seed: number): string {
  const random = randomFrom(seed);
  const blocks: string[] = [];
  for (let size = 0; size < length; ) {
    const isHeading = blocks.length % 7 === 0;
    const sentences = Array.from({ length: 2 + random.below(6) }, () => generateSentence(random));
    const block = isHeading ? capital(phrase(random)) : sentences.join(" ");
    blocks.push(block);
    size += block.length + 2;
  }
  return blocks.join("\n\n");
}
