/** Edits of the title, and that two people's edits both survive. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneLine, placeAfter, rebase, type Splice, spliceBetween } from "./title";

const apply = (text: string, { index, remove, insert }: Splice) =>
  text.slice(0, index) + insert + text.slice(index + remove);

describe("a title's splices", () => {
  it("turn what was into what is, whatever the caret", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(20), (before, after, caret) => {
        expect(apply(before, spliceBetween(before, after, Math.min(caret, after.length)))).toBe(after);
      }),
    );
  });

  it("put the letter where it was typed among equal ones", () => {
    expect(spliceBetween("aaa", "aaaa", 1)).toEqual({ index: 0, remove: 0, insert: "a" });
    expect(spliceBetween("aaa", "aaaa", 4)).toEqual({ index: 3, remove: 0, insert: "a" });
  });

  it("keep surrogate pairs whole", () => {
    expect(spliceBetween("a😀b", "a😁b", 3)).toEqual({ index: 1, remove: 2, insert: "😁" });
    expect(spliceBetween("\u{1F600}", "\u{1FA00}", 2)).toEqual({ index: 0, remove: 2, insert: "\u{1FA00}" });
  });

  it("move a caret with the words behind an edit, and leave one before it", () => {
    const splice = { index: 3, remove: 2, insert: "long" };
    expect([2, 3, 4, 5, 9].map((place) => placeAfter(place, splice))).toEqual([2, 3, 7, 7, 11]);
  });

  it("keep both people's words when rebased", () => {
    const text = "Not at all";
    const mine = spliceBetween(text, "Not at all so", 13);
    const theirs = spliceBetween(text, "Surely not at all", 11);
    expect(apply(apply(text, theirs), rebase(mine, theirs))).toBe("Surely not at all so");
  });

  it("never reach outside the text when rebased", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, mine, theirs) => {
        const other = spliceBetween(before, theirs, theirs.length);
        const { index, remove } = rebase(spliceBetween(before, mine, mine.length), other);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index + remove).toBeLessThanOrEqual(theirs.length);
      }),
    );
  });
});

it("a pasted title becomes one line", () => {
  expect(oneLine("Not\r\nso\tfast\u2028now")).toBe("Not so fast now");
});
