import fc from "fast-check";
import { expect, test } from "vitest";
import { anchor, describe, fromCodePoints, toCodePoints } from ".";

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Every offset at which a reader could start or end a selection. */
function boundaries(text: string): number[] {
  return [...[...segmenter.segment(text)].map((cluster) => cluster.index), text.length];
}

/** Text of many scripts, with clusters of many code units, and few enough words for repeats to be common. */
const words = fc.constantFrom(
  ..."the does not work works 7 1.7 percent é e\u0301 👍 👍🏽 👩‍👩‍👧 🇩🇪🇫🇷 東京 はい สวัสดี שלום مرحبا नमस्ते 𝒳 \u200f \r\n \n\n . , ’ -".split(
    " ",
  ),
);
const anyText = fc.oneof(
  fc.array(fc.oneof(words, fc.constant(" ")), { maxLength: 60 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 80 }),
);
const textAndRange = anyText.chain((text) => {
  const cuts = boundaries(text);
  const cut = fc.integer({ min: 0, max: cuts.length - 1 });
  return fc.tuple(fc.constant(text), cut, cut).map(([of, a, b]) => ({
    text: of,
    start: cuts[Math.min(a, b)] ?? 0,
    end: cuts[Math.max(a, b)] ?? 0,
  }));
});

test("a described range is found again in the same text, in any script", () => {
  fc.assert(
    fc.property(textAndRange, ({ text, start, end }) => {
      expect(anchor(text, describe(text, start, end))).toMatchObject({ state: "anchored", start, end, confidence: 1 });
    }),
    { numRuns: 2000 },
  );
});

test("a range that cuts through a character is widened to hold it, and offsets never cut one", () => {
  fc.assert(
    fc.property(anyText, fc.nat(100), fc.nat(100), (text, a, b) => {
      const start = Math.min(a, b, text.length);
      const end = Math.min(Math.max(a, b), text.length);
      const selector = describe(text, start, end);
      const cuts = boundaries(text);
      expect(selector.start).toBe(Math.max(...cuts.filter((cut) => cut <= start)));
      expect(selector.end).toBe(Math.min(...cuts.filter((cut) => cut >= end)));
      expect(cuts).toContain(selector.start - selector.prefix.length);
      expect(cuts).toContain(selector.end + selector.suffix.length);
      expect(text.slice(selector.start, selector.end)).toBe(selector.exact);
    }),
  );
});

test("text put in elsewhere never changes the chosen words, and whatever is found lies on whole characters", () => {
  fc.assert(
    fc.property(textAndRange, anyText, fc.boolean(), ({ text, start, end }, inserted, atStart) => {
      const selector = describe(text, start, end);
      const changed = atStart ? inserted + text : text + inserted;
      const found = anchor(changed, selector);
      if (found.state === "orphaned") return;
      expect(changed.slice(found.start, found.end)).toBe(selector.exact);
      expect(boundaries(changed)).toEqual(expect.arrayContaining([found.start, found.end]));
    }),
  );
});

const article =
  "Night buses carry eleven thousand people a week. They are nurses and bakers.\n\n" +
  "The plan would end them. Nobody asked the nurses and bakers.\n\nThe plan does work on paper.";
const selectorOf = (words: string, text = article) =>
  describe(text, text.indexOf(words), text.indexOf(words) + words.length);

test("a passage is anchored at its new offsets when text was put in before it", () => {
  const selector = selectorOf("would end them");
  const found = anchor(`A new first paragraph.\n\n${article}`, selector);
  expect(found).toMatchObject({ state: "anchored", start: selector.start + 24, confidence: 1, margin: 1 });
});

test("context chooses between repeats of the same words", () => {
  const second = describe(
    article,
    article.lastIndexOf("nurses and bakers"),
    article.lastIndexOf("nurses and bakers") + 17,
  );
  const changed = `Once more: nurses and bakers.\n\n${article}`;
  const found = anchor(changed, second);
  expect(found).toMatchObject({ state: "anchored", start: changed.lastIndexOf("nurses and bakers") });
  expect(found.margin).toBeGreaterThan(0.1);
});

test("prefix and suffix grow until the passage can be told apart, and not beyond 256 code units", () => {
  const row = "The same sentence again and again, with forty more words around it. ";
  const text = `First. ${row.repeat(3)}Last.`;
  const middle = describe(text, text.indexOf("same", 80), text.indexOf("same", 80) + 4);
  expect(text.split(middle.prefix + middle.exact + middle.suffix)).toHaveLength(2);

  const endless = row.repeat(40);
  const lost = describe(endless, 1360, 1364);
  expect(lost.prefix).toHaveLength(256);
  expect(lost.suffix).toHaveLength(256);
  expect(anchor(endless, lost)).toMatchObject({ state: "anchored", start: 1360 });
});

test("what stands alone keeps less of its surroundings than what something else could be taken for", () => {
  const rest =
    "Buses ran all night, drivers waited at every stop and the harbour was lit until morning came again. ".repeat(2);
  const quote = "The city counts empty seats at four in the morning and calls them waste.";
  const text = `${quote}\n\n${rest} And yet: ${quote.replace("The", "the")} ${rest}`;
  const alone = describe(text, text.indexOf("And yet"), text.indexOf("And yet") + 7);
  const repeated = describe(text, text.lastIndexOf("empty"), text.lastIndexOf("empty") + 5);
  expect([alone.prefix.length, alone.suffix.length]).toEqual([128, 128]);
  expect([repeated.prefix.length, repeated.suffix.length]).toEqual([256, text.length - repeated.end]);
});

test("context ends between characters and is never longer than 256 code units", () => {
  const flags = "🇩🇪🇫🇷👩‍👩‍👧e\u0301".repeat(200);
  const { prefix, suffix } = describe(flags, 1510, 1512);
  expect(prefix.length).toBeLessThanOrEqual(256);
  expect(suffix.length).toBeLessThanOrEqual(256);
  expect(prefix.length + suffix.length).toBeGreaterThan(480);
});

test("two places that look the same, neither at the old offset, are a doubt", () => {
  const paragraph = "Nobody asked the nurses and bakers, and nobody will ask them before the plan is voted on.";
  const text = `${paragraph}\n\n${paragraph}`;
  const selector = { ...selectorOf("nurses", paragraph), start: 1000, end: 1006 };
  expect(anchor(text, selector)).toMatchObject({ state: "ambiguous", margin: 0 });
});

test("an edited sentence is not exchanged for a pull quote that repeats its old wording", () => {
  const quote = "The city counts empty seats at four in the morning and calls them waste.";
  const before = `${quote}\n\nEvery plan has a number in it that does the work of an argument. ${quote} It counts no one who walks home.`;
  const start = before.lastIndexOf(quote);
  const after = before.slice(0, start) + before.slice(start).replace("four", "five");
  expect(anchor(after, describe(before, start, start + quote.length))).toMatchObject({ state: "moved", start });
});

test("a long passage whose old surroundings are gone has moved", () => {
  const quote = "The city counts empty seats at four in the morning and calls them waste.";
  const before = `Every plan has a number in it that does the work of an argument. ${quote} It counts no one who walks.`;
  const after = `An entirely different opening for the piece, now rewritten. And then: ${quote} So it goes, as they say.`;
  const start = before.indexOf(quote);
  expect(anchor(after, describe(before, start, start + quote.length))).toMatchObject({
    state: "moved",
    start: after.indexOf(quote),
  });
});

test.each([
  ["work", "The plan does work on paper.", "The workshop is closed."],
  ["7", "About 7 percent of them.", "About 1.7 percent of them."],
  ["can", "They can vote.", "They can’t vote."],
  ["👍", "Agreed 👍 by all.", "Agreed 👍🏽 by all."],
  ["e", "Vitamin e helps.", "Vitamin e\u0301 helps."],
])("%s is not found inside a longer word, number or character", (words, before, after) => {
  expect(anchor(after, selectorOf(words, before)).state).toBe("orphaned");
});

test("words of a script without spaces are found between other letters", () => {
  const before = "計画。東京は反対した。";
  expect(anchor("長い計画。昨日の東京は反対した。", selectorOf("東京", before)).state).toBe("anchored");
});

test("a passage that is gone is orphaned, with no offsets", () => {
  const gone = anchor("Something else.", selectorOf("would end them"));
  expect(gone).toEqual({ state: "orphaned", start: null, end: null, confidence: 0, margin: 0 });
});

test("a short passage with nothing of its surroundings left is a doubt", () => {
  expect(anchor("Entirely different: eleven strikes.", selectorOf("eleven")).state).toBe("ambiguous");
});

test("a selector without context is found where its words stand once", () => {
  const start = article.indexOf("would end them");
  const selector = { start, end: start + 14, exact: "would end them", prefix: "", suffix: "" };
  expect(anchor(article, selector)).toMatchObject({ state: "anchored", start });
});

test("a range outside the text is refused", () => {
  expect(() => describe("abc", 2, 1)).toThrow(RangeError);
  expect(() => describe("abc", 0, 4)).toThrow(RangeError);
  expect(() => describe("abc", 0.5, 1)).toThrow(RangeError);
});

test("offsets in code units and code points convert into each other", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(), (text, pick) => {
      const points = [...text];
      const count = pick % (points.length + 1);
      const offset = fromCodePoints(text, count);
      expect(offset).toBe(points.slice(0, count).join("").length);
      expect(toCodePoints(text, offset)).toBe(count);
    }),
  );
  expect(toCodePoints("a𝒳b", 2)).toBe(2);
  expect(() => fromCodePoints("a𝒳b", 4)).toThrow(RangeError);
  expect(() => toCodePoints("ab", 3)).toThrow(RangeError);
});
