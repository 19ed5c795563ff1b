/** Tells edits that turn a passage into another statement: another number, another name, a "not" more or less. */
import type { Correspondence } from "./correspondence";
import { rank, type Stretch, type Tokens } from "./tokens";

/** Words that deny, in the languages most articles here are in. Others are only known by their numbers and names. */
const negations = new Set(
  [
    "not no never none nobody nothing nowhere neither nor without cannot hardly",
    "nicht nichts nie niemals niemand kein keine keinen keinem keiner keines ohne weder",
    "ne pas jamais aucun aucune rien sans ni non",
    "nunca jamás nada nadie ningún ninguna ninguno sin tampoco",
    "niet nooit geen niemand niets zonder",
    "mai niente nessuno nessuna senza né",
    "nem nunca não ninguém nenhum nenhuma sem",
  ].flatMap((line) => line.split(" ")),
);

function isDecisive(tokens: Tokens, token: number, word: string): boolean {
  if (/\p{N}/u.test(word) || negations.has(word) || /n'?t$/.test(word)) return true;
  // At the start of a sentence a capital letter says nothing.
  const isName = /^\p{Lu}/u.test(tokens.text.slice(tokens.starts[token], tokens.ends[token]));
  return isName && tokens.ranks[token] !== rank.sentence && tokens.ranks[token] !== rank.paragraph;
}

/** Whether the passage of `a` lost a number, a name or a negation, or its image in `b` has a new one. */
export function isMeaningChanged(state: Correspondence, passage: Stretch, found: Stretch): boolean {
  const { a, b, words, image, source } = state;
  for (let i = passage.from; i < passage.to; i++) {
    const j = image[i] ?? -1;
    const isKept = j >= found.from && j < found.to && a.ids[i] === b.ids[j];
    if (!isKept && isDecisive(a, i, words.word(a.ids[i] ?? 0))) return true;
  }
  for (let j = found.from; j < found.to; j++) {
    const i = source[j] ?? -1;
    const isKept = i >= passage.from && i < passage.to && a.ids[i] === b.ids[j];
    if (!isKept && isDecisive(b, j, words.word(b.ids[j] ?? 0))) return true;
  }
  return false;
}
