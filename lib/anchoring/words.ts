/** Whether a cut falls inside a word or number, so that "work" is not found in "workshop", nor "7" in "1.7". */

const letterOrDigit = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts that write words without spaces between them; there, neighbouring letters say nothing. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const isWordCharacter = (character: string) => letterOrDigit.test(character) && !unspaced.test(character);

/** Three code units on each side decide; a surrogate pair fits in two. */
const reach = 3;

/** Whether the end of `left` and the start of `right`, set side by side, belong to one word or one number. */
export function joinsWord(left: string, right: string): boolean {
  const before = left.slice(-reach);
  const after = right.slice(0, reach);
  const last = [...before].at(-1) ?? "";
  const first = [...after][0] ?? "";
  if (isWordCharacter(last) && isWordCharacter(first)) return true;
  const leftEnds = /(\p{N}[.,]|\p{L}['’])$/u.test(before) && isWordCharacter(first);
  const rightGoesOn = /^([.,]\p{N}|['’]\p{L})/u.test(after) && isWordCharacter(last);
  return leftEnds || rightGoesOn;
}
