import fc from "fast-check";
import { expect, test } from "vitest";
import { anchor, describe, reanchor } from ".";

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const boundaries = (text: string) => [...[...segmenter.segment(text)].map(({ index }) => index), text.length];

/** Sentences of many scripts, of few enough words for repeats to be common. */
const word = fc.constantFrom(
  ..."The plan does not work because 1.7 percent of nurses said can’t “no” é e\u0301 👍🏽 👩‍👩‍👧 🇩🇪🇫🇷 東京は 反対した สวัสดี התוכנית الخطة योजना 𝒳".split(
    " ",
  ),
);
const sentenceOf = (words: fc.Arbitrary<string>) =>
  fc.array(words, { minLength: 1, maxLength: 12 }).map((chosen) => `${chosen.join(" ")}.`);
const sentence = sentenceOf(word);
/** Of words that no article has: a sentence put in that repeats the passage beside it could be taken for it. */
const newSentence = sentenceOf(
  fc.constantFrom(..."Another 24 voices ask whether früher 中文 عربي was so 🙂".split(" ")),
);
const article = fc
  .array(fc.tuple(sentence, fc.constantFrom(" ", "\n\n")), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.map(([words, space]) => words + space).join(""));
const anyText = fc.oneof(article, fc.string({ unit: "binary", maxLength: 120 }));

const passageOf = (text: string, a: number, b: number) => {
  const cuts = boundaries(text);
  const [from, to] = [a % cuts.length, b % cuts.length].toSorted((left, right) => left - right);
  return describe(text, cuts[from ?? 0] ?? 0, cuts[to ?? 0] ?? 0);
};

test("reanchoring between equal texts changes nothing, in any script", () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
      const selector = passageOf(text, a, b);
      const { start, end } = selector;
      expect(reanchor(text, text, [selector])).toMatchObject([{ state: "anchored", start, end }]);
    }),
    { numRuns: 500 },
  );
});

test("whatever two texts are compared, no range lies outside the new one or cuts a character", () => {
  fc.assert(
    fc.property(anyText, anyText, fc.nat(), fc.nat(), (before, after, a, b) => {
      const selector = passageOf(before, a, b);
      const cuts = boundaries(after);
      for (const found of [anchor(after, selector), ...reanchor(before, after, [selector])]) {
        expect(found.confidence).toBeGreaterThanOrEqual(0);
        expect(found.confidence).toBeLessThanOrEqual(1);
        expect(found.margin).toBeGreaterThanOrEqual(0);
        expect(found.margin).toBeLessThanOrEqual(1);
        if (found.state === "orphaned") continue;
        expect(found.start).toBeLessThanOrEqual(found.end);
        expect(cuts).toEqual(expect.arrayContaining([found.start, found.end]));
      }
    }),
    { numRuns: 500 },
  );
});

test("sentences put in elsewhere never change the chosen words", () => {
  fc.assert(
    fc.property(article, fc.nat(), fc.nat(), newSentence, fc.nat(), (text, a, b, inserted, at) => {
      const selector = passageOf(text, a, b);
      const places = [...text.matchAll(/(?<=\s)(?=\S)|$/g)].map(({ index }) => index);
      const elsewhere = places.filter((place) => place <= selector.start || place >= selector.end);
      const place = elsewhere[at % Math.max(1, elsewhere.length)];
      fc.pre(place !== undefined && selector.exact.trim() !== "");
      const after = `${text.slice(0, place)}${inserted} ${text.slice(place)}`;
      for (const found of [anchor(after, selector), ...reanchor(text, after, [selector])]) {
        if (found.state !== "orphaned" && found.state !== "ambiguous") {
          expect(after.slice(found.start, found.end).trim()).toBe(selector.exact.trim());
        }
      }
    }),
    { numRuns: 500 },
  );
});
