import { expect, test } from "vitest";
import { type Anchoring, describe, reanchor } from ".";

const before = "Nobody asked the nurses. The plan would end them.\n\nNobody asked the nurses. It does work on paper.";
const selectorAt = (start: number, words: string) => describe(before, start, start + words.length);

test("passages are found again, in the order asked, when text was put in before them", () => {
  const selectors = [
    selectorAt(before.lastIndexOf("nurses"), "nurses"),
    selectorAt(before.indexOf("nurses"), "nurses"),
  ];
  const added = "A new beginning.\n\n";
  const found: Anchoring[] = reanchor(before, added + before, selectors);
  expect(found).toMatchObject(
    selectors.map(({ start, end }) => ({ state: "anchored", start: start + added.length, end: end + added.length })),
  );
});

test("a selector of another text is refused", () => {
  expect(() => reanchor("abc", before, [selectorAt(30, "plan")])).toThrow(RangeError);
});
