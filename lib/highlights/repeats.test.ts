import { expect, test } from "vitest";
import { blockStarts, canonicalText } from "@/lib/article/canonical-text";
import type { Block } from "@/lib/article/schema";
import { passageInBody } from "./passage-in-body";
import { repeatUnder } from "./repeats";

const sentence = "The city counts the empty seats at four in the morning and calls them waste.";
const blocks: Block[] = [
  { id: "b1", type: "paragraph", text: "The harbour was built long ago.", marks: [] },
  { id: "b2", type: "pull-quote", text: sentence.replace("The city", "The council"), marks: [], repeats: "b3" },
  { id: "b3", type: "paragraph", text: `First this is said. ${sentence} Then that, at some length.`, marks: [] },
];
const text = canonicalText(blocks);
const ranges = blockStarts(blocks).map((start, index) => ({ start, end: start + (blocks[index]?.text.length ?? 0) }));
const passageOf = (words: string, from = 0) => ({
  start: text.indexOf(words, from),
  end: text.indexOf(words, from) + words.length,
});
const inQuote = (words: string) => passageOf(words, ranges[1]?.start);

test.each(["the empty seats", "counts the empty seats at four in the morning and calls them waste."])(
  "%s, marked in the pull quote, is found in the body",
  (words) => {
    const passage = inQuote(words);
    const repeat = repeatUnder(blocks, ranges, passage);
    if (!repeat) throw new Error("It isn't on the pull quote.");
    expect(passageInBody(text, repeat, passage)).toEqual(passageOf(words, ranges[2]?.start));
  },
);

test("a pull quote that changed a word is found whole", () => {
  const [, quote, body] = ranges;
  if (!quote || !body) throw new Error("A block is missing.");
  const found = passageInBody(text, { quote, body }, quote);
  expect(text.slice(found?.start, found?.end)).toBe(sentence);
});

test("what isn't on a pull quote alone repeats nothing", () => {
  expect(repeatUnder(blocks, ranges, passageOf("harbour"))).toBeNull();
  expect(repeatUnder(blocks, ranges, { start: ranges[0]?.start ?? 0, end: ranges[1]?.end ?? 0 })).toBeNull();
});
