/** What a written character is read as: its plain form, the Latin letter it looks like, the letters a digit stands in for. Pure. */
import lookAlikes from "unhomoglyph/data.json" with { type: "json" };

/** Unicode's confusables (UTS #39), as unhomoglyph ships them: from a character to what it looks like. */
const confusables: Readonly<Record<string, string>> = lookAlikes;

/** Small capitals: letters of phonetic alphabets, which words are dressed up with. Unicode decomposes them into nothing. */
const smallCapitals: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    a: "ᴀ",
    b: "ʙ",
    c: "ᴄ",
    d: "ᴅ",
    e: "ᴇ",
    f: "ꜰ",
    g: "ɢ",
    h: "ʜ",
    i: "ɪ",
    j: "ᴊ",
    k: "ᴋ",
    l: "ʟ",
    m: "ᴍ",
  })
    .concat(Object.entries({ n: "ɴ", o: "ᴏ", p: "ᴘ", r: "ʀ", s: "ꜱ", t: "ᴛ", u: "ᴜ", v: "ᴠ", w: "ᴡ", y: "ʏ", z: "ᴢ" }))
    .map(([letter, small]) => [small, letter]),
);

/** First code points of alphabets from A to Z that are pictures to Unicode: negative circled, negative squared, flags' letters. */
const picturedAlphabets = [0x1f150, 0x1f170, 0x1f1e6];

/** What can't be seen, and marks that any script puts on its letters. Vowel signs belong to their script, and stay; so do kana's. */
const unseen =
  /[\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}]|(?=\p{Mn})(?!\p{Script_Extensions=Hiragana})\p{Script=Inherited}/gu;
const latin = /\p{Script=Latin}/u;
const asciiLetter = /^[a-z]$/i;

const plainForms = new Map<string, readonly string[]>();

/**
 * The character's plain form: decomposed, in lower case, without marks, look-alikes within Latin replaced; no characters
 * for what can't be seen, several for a ligature.
 * @param character one code point
 */
export function plainOf(character: string): readonly string[] {
  const known = plainForms.get(character);
  if (known) return known;
  // Up and down again folds more than down alone: "ß", "ς" and "ſ" too.
  const folded = withoutUnseen(character).toUpperCase().toLowerCase();
  const plain = [...withoutUnseen(folded)].map(
    (each) => smallCapitals[each] ?? picturedLetter(each) ?? latinLook(each),
  );
  plainForms.set(character, plain);
  return plain;
}

const withoutUnseen = (text: string) => text.normalize("NFKD").replace(unseen, "");

function picturedLetter(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  const first = picturedAlphabets.find((start) => code >= start && code < start + 26);
  return first === undefined ? undefined : String.fromCodePoint(0x61 + code - first);
}

const latinLook = (character: string) =>
  character > "\u007f" && latin.test(character) ? lookOf(character) : character;

const looks = new Map<string, string>();

/** The Latin letter that the plain character looks like, small or large; the character itself when it looks like none. */
export function lookOf(plain: string): string {
  if (plain <= "\u007f") return plain;
  const known = looks.get(plain);
  if (known !== undefined) return known;
  const found = [plain, plain.toUpperCase()]
    .map((each) => withoutUnseen(confusables[each] ?? ""))
    .find((each) => asciiLetter.test(each));
  const look = found?.toLowerCase() ?? plain;
  looks.set(plain, look);
  return look;
}

const standIns: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "il",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "€": "e",
  "!": "i",
  "|": "il",
};

/** The letters that a digit or sign stands in for ("l33t", "$pam"); none for other characters. */
export const lettersFor = (plain: string): string => standIns[plain] ?? "";

/** One character for all that might be taken for each other, so that a search finds every candidate. */
export function coarseOf(plain: string): string {
  const look = lookOf(plain);
  const letter = lettersFor(look).charAt(0) || look;
  return letter === "l" ? "i" : letter;
}
