import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultOf, matcherOf, type Pattern } from "./matcher";

const whole = (...words: string[]): Pattern[] => words.map((word) => ({ word, isPart: false }));
const part = (...words: string[]): Pattern[] => words.map((word) => ({ word, isPart: true }));

/** What is found, as it is written in the text. */
const found = (patterns: Pattern[], text: string) =>
  matcherOf(patterns)
    .find(text)
    .map(({ start, end }) => text.slice(start, end));

describe("a watched word is found", () => {
  it.each([
    ["as it is", "Buy spam now.", "spam"],
    ["in capitals", "Buy SPAM now.", "SPAM"],
    ["with invisible characters", "Buy s\u200bp\u00ada\u2060m now.", "s\u200bp\u00ada\u2060m"],
    ["with tag characters", "Buy sp\u{e0061}am now.", "sp\u{e0061}am"],
    ["with marks piled on it", "Buy s̷̨p̵͂á̴m̸ now.", "s̷̨p̵͂á̴m̸"],
    ["in full width", "Buy ｓｐａｍ now.", "ｓｐａｍ"],
    ["in mathematical letters", "Buy 𝐬𝓹𝖺𝚖 now.", "𝐬𝓹𝖺𝚖"],
    ["in small capitals", "Buy ꜱᴘᴀᴍ now.", "ꜱᴘᴀᴍ"],
    ["in circles and squares", "Buy ⓢ🅟🅰🄼 now.", "ⓢ🅟🅰🄼"],
    ["in brackets", "Buy 🄢🄟🄐🄜 now.", "🄢🄟🄐🄜"],
    ["in the letters of flags", "Buy 🇸🇵🇦🇲 now.", "🇸🇵🇦🇲"],
    ["with a letter of another alphabet", "Buy sраm now.", "sраm"],
    ["wholly in another alphabet, among words of this one", "Buy ѕсам now.", "ѕсам", "scam"],
    ["with digits", "Buy 5p4m now.", "5p4m"],
    ["with signs", "Buy $p@m now.", "$p@m"],
    ["with a sign at its end", "What a$$ now.", "a$$", "ass"],
    ["with a one for an l", "Buy p1lls now.", "p1lls", "pills"],
    ["with spaces between its letters", "Buy s p a m now.", "s p a m"],
    ["with full stops between its letters", "Buy s.p.a.m now.", "s.p.a.m"],
    ["with hyphens between its letters", "Buy s-p-a-m now.", "s-p-a-m"],
    ["spelled out behind an article", "This is a s p a m now.", "s p a m"],
    ["spelled out with signs behind an article", "This is a s.p.a.m I say.", "s.p.a.m"],
    ["with a line through it", "Buy sp~am now.", "sp~am"],
    ["before an apostrophe", "The spam's end.", "spam"],
    ["over a line's end, as a phrase", "Buy cheap\npills now.", "cheap\npills", "cheap pills"],
  ])("%s", (_, text, expected, word = "spam") => {
    expect(found(whole(word), text)).toEqual([expected]);
  });

  it("in a script of its own, also with a Latin letter in it", () => {
    expect(found(whole("спам"), "Это спам и cпaм.")).toEqual(["спам", "cпaм"]);
  });

  it("in a script without spaces", () => {
    expect(found(part("马鹿"), "私は马鹿です")).toEqual(["马鹿"]);
    expect(found(part("바보"), "이바보야")).toEqual(["바보"]);
  });

  it("as an emoji, in whatever colour of skin", () => {
    expect(found(whole("🖕"), "This: 🖕🏽!")).toEqual(["🖕🏽"]);
  });

  it("inside a longer word, when any part counts", () => {
    expect(found(part("spam"), "antispammer, anti$pammer")).toEqual(["spam", "$pam"]);
    expect(found(whole("spam"), "antispammer, anti$pammer")).toEqual([]);
  });
});

describe("what only looks like a watched word is left alone", () => {
  it.each([
    ["within other words", "Scunthorpe classes assess a cocktail of bass", "cunt ass cock"],
    ["over the space between two words", "as sign, the pen is here", "ass penis assign"],
    ["over a full stop without a space", "Take the pen.is it yours", "penis"],
    ["over an apostrophe", "He'll see, she'll too", "hell shell"],
    ["over the hyphen of two words, as a part", "A mass-hit list", "~shit"],
    ["in a spelled-out longer word", "a s s i s t", "ass"],
    ["in initials", "Mr. A. S. Smith", "as"],
    ["in a road's number", "on the A55 by 455", "ass"],
    ["in figures", "8008 of 1337", "boob leet"],
    ["in Russian, that looks like English", "Открой рот, и хор запоёт", "pot xop"],
    ["in Latin that looks like Russian", "A hot pot", "рот"],
    ["with m for rn", "a born learner in a modern barn", "bom leamer modem bam"],
    ["with l for I", "a bell, a ball", "beii bail"],
    ["in a date and a sum", "1.1.2026, $100, 5$", "s is"],
  ])("%s", (_, text, words) => {
    const patterns = words.split(" ").map((word) => ({ word: word.replace("~", ""), isPart: word.startsWith("~") }));
    expect(found(patterns, text)).toEqual([]);
  });
});

const words = ["spam", "casino", "viagra", "idiot", "replica"];
const matcher = matcherOf(whole(...words));
const looks: Record<string, string[]> = {
  a: ["а", "α", "@", "4", "ａ", "á", "𝒂"],
  c: ["с", "ｃ", "ç"],
  e: ["е", "3", "ｅ", "ê"],
  i: ["і", "1", "!", "ï", "ｉ"],
  o: ["о", "0", "ο", "ö", "ｏ"],
  p: ["р", "ρ", "ｐ"],
  s: ["ѕ", "5", "$", "ｓ"],
};
const between = ["\u200b", "\u200d", "\u2060", "\u00ad", "\ufe0f", "\u0336"];

/** A word with some of its letters replaced, some things put between them, some in capitals: one disguise a word, or several. */
const disguised = fc.constantFrom(...words).chain((word) =>
  fc.tuple(...[...word].map(() => fc.tuple(fc.nat(20), fc.nat(20), fc.boolean()))).map((choices) => {
    let replaced = 0;
    const letters = [...word].map((letter, at) => {
      const [look = 0, gap = 0, isCapital] = choices[at] ?? [];
      const found = looks[letter]?.[look];
      const inside = at > 0 && at < word.length - 1;
      // Half of it at least stays, for a reader to recognise it.
      const isReplaced = found !== undefined && inside && replaced + 1 <= word.length / 2;
      if (isReplaced) replaced += 1;
      return (isReplaced ? found : isCapital ? letter.toUpperCase() : letter) + (inside ? (between[gap] ?? "") : "");
    });
    return { word, written: letters.join("") };
  }),
);

describe("any disguise", () => {
  it("is seen through, and marked from its first letter to its last", () => {
    fc.assert(
      fc.property(disguised, ({ word, written }) => {
        const text = `Look, ${written}. That is all there is to say.`;
        expect(matcher.find(text)).toContainEqual({
          pattern: { word, isPart: false },
          start: 6,
          end: 6 + written.length,
        });
      }),
      { seed: 20261124, numRuns: 500 },
    );
  });

  it("of spaces or signs between the letters is seen through", () => {
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.constantFrom(" ", ".", "-", " . ", "*", "\u00a0"), (word, gap) => {
        const written = [...word].join(gap);
        expect(found(whole(word), `Now ${written}, here`)).toEqual([written]);
      }),
      { seed: 20261124, numRuns: 60 },
    );
  });
});

const plainText = fc
  .array(fc.tuple(fc.stringMatching(/^[a-e]{1,4}$/), fc.constantFrom(" ", ", ", ". ", "; ", "\n")), { maxLength: 40 })
  .map((pairs) => pairs.flat().join(""));
const plainWords = fc.uniqueArray(fc.stringMatching(/^[a-e]{2,4}$/), { minLength: 1, maxLength: 6 });

describe("plain words", () => {
  it("are found where splitting at spaces and signs finds them, but for single letters in a row", () => {
    fc.assert(
      fc.property(plainText, plainWords, (text, watched) => {
        const hasSpelled = /\b\w\W+\w\W+\w\b/.test(text);
        fc.pre(!hasSpelled);
        const expected = [...text.matchAll(/\w+/g)].filter(([word]) => watched.includes(word)).map(([word]) => word);
        expect(found(whole(...watched), text)).toEqual(expected);
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });

  it("count as parts wherever they are in a word", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-e]{0,6}$/),
        fc.stringMatching(/^[a-e]{2,3}$/),
        fc.stringMatching(/^[a-e]{0,6}$/),
        (before, word, after) => {
          const hits = matcherOf(part(word)).find(before + word + after);
          expect(hits).toContainEqual({
            pattern: { word, isPart: true },
            start: before.length,
            end: before.length + word.length,
          });
        },
      ),
      { seed: 20261124, numRuns: 200 },
    );
  });
});

describe("any text at all", () => {
  it("is read, and every hit lies in it", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 200 }),
        fc.string({ unit: "binary", minLength: 1, maxLength: 4 }),
        (text, word) => {
          for (const { start, end } of matcherOf(part(word)).find(text + word)) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(text.length + word.length);
          }
        },
      ),
      { seed: 20261124, numRuns: 100 },
    );
  });

  it("full of watched words gives a list that ends", () => {
    expect(matcherOf(part("aa", "aaa", "aaaa")).find("a".repeat(10_000)).length).toBeLessThanOrEqual(200);
  });
});

describe("a word that can't be watched", () => {
  it.each(["", " ", "!!!", "a", "7", "a$$", "c++", "\u200b"])("%j is told why", (word) => {
    expect(faultOf(word)).not.toBeNull();
    expect(found(whole(word), "a 7 !!! c++ a$$")).toEqual([]);
  });

  it.each(["spam", "buy now", "Ana's", "co-op", "example.com", "日", "🖕", "AC/DC"])("%j is one that can", (word) => {
    expect(faultOf(word)).toBeNull();
    expect(found(whole(word), `Look: ${word}!`)).toEqual([word]);
  });
});
