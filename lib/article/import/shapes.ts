/** What a paragraph looks like: whether it reads as prose, a heading, a name, and which words it has. Knows no site's phrases. */

/** Scripts written without spaces: there a character counts as a word. */
const wordOrCharacter =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}])[\p{L}\p{N}\p{M}])+(?:['’](?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}])[\p{L}\p{M}])+)*/gu;

/** The text's words for comparing: lower case, one kind of apostrophe, no punctuation. */
export function wordsOf(text: string): string[] {
  return (text.normalize("NFKC").toLowerCase().match(wordOrCharacter) ?? []).map((word) => word.replaceAll("’", "'"));
}

export function countWords(text: string): number {
  return text.match(wordOrCharacter)?.length ?? 0;
}

/** Two texts with the same folded form say the same words in the same order. */
export function folded(text: string): string {
  return wordsOf(text).join(" ");
}

/** Whether it ends as a sentence does; quotes, brackets and note marks may follow the stop. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？][\p{Pe}\p{Pf}"'*†‡§]*$/u.test(text.slice(-8));
}

/** One sentence has ended and another begins. */
const sentenceInside = /\p{Ll}[.!?…][\p{Pe}\p{Pf}"']*\s+[\p{Pi}\p{Ps}"']?\p{Lu}/u;

/** Whether it reads as prose: a sentence of four words or more, sentences that lead up to a list, or too long for anything else. */
export function isProse(text: string): boolean {
  const count = countWords(text);
  if (count < 4) return false;
  return endsSentence(text) || /[:：]$/.test(text) || count > 30 || sentenceInside.test(text);
}

const mostHeadingWords = 14;

/** Whether it looks like a heading: short, not ended as a statement, and beginning as headings do. */
export function isHeadingShaped(text: string): boolean {
  const count = countWords(text);
  return (
    count >= 1 &&
    count <= mostHeadingWords &&
    !/[.,;:…。，；：]$/u.test(text) &&
    /^[\p{P}\p{S}]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text)
  );
}

const nameParticle = /^(?:al|bin|da|de|del|den|der|di|dos|du|el|ibn|la|le|ten|van|von|y|zu)$/u;
const nameWord = /^(?:\p{Lu}[\p{L}\p{M}'’-]*\.?|\p{Lo}+)$/u;

/** Whether it looks like a person's name: two to five capitalised words. */
export function isNameShaped(text: string): boolean {
  const parts = text.split(" ");
  const capitalised = parts.filter((part) => nameWord.test(part));
  return (
    parts.length >= 2 &&
    parts.length <= 5 &&
    capitalised.length >= 2 &&
    capitalised.length + parts.filter((part) => nameParticle.test(part)).length === parts.length
  );
}

/** Words by which a line says what someone does, not who they are. */
const roleWord =
  /\b(?:adviser|advisor|analyst|associate|assistant|author|chair|chairman|chairwoman|chief|columnist|contributor|coordinator|correspondent|counsel|critic|director|economist|editor|fellow|founder|head|historian|journalist|lecturer|manager|member|minister|officer|organi[sz]er|partner|planner|president|professor|reporter|researcher|scholar|scientist|secretary|senior|spokesperson|staff|student|teacher|vice|writer)\b/iu;

const mostRoleWords = 20;

/** Whether it says by its words that it is someone's role. */
export function namesRole(text: string): boolean {
  return roleWord.test(text) && countWords(text) <= mostRoleWords && !isProse(text);
}

/** The text's beginning, for a message. */
export function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79).trimEnd()}…`;
}
