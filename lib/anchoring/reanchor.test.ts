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

test("a selector that doesn’t fit the text it is said to be made on is sought there first", () => {
  const selector = selectorAt(before.lastIndexOf("nurses"), "nurses");
  const shifted = { ...selector, start: 3, end: 9 };
  expect(reanchor(before, `New. ${before}`, [shifted])).toMatchObject([
    { state: "anchored", start: selector.start + 5 },
  ]);
});
