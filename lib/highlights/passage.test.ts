import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passageBetween } from "./passage";

const chosen = (text: string, a: number, b: number) => {
  const passage = passageBetween(text, a, b);
  return passage && text.slice(passage.start, passage.end);
};

describe("a selected passage", () => {
  it("reads the same forwards and backwards", () => {
    expect(chosen("one two three", 4, 7)).toBe("two");
    expect(chosen("one two three", 7, 4)).toBe("two");
  });

  it("drops white space and block breaks at its ends, and keeps those inside", () => {
    expect(chosen("one\n\ntwo three\n\nfour", 3, 16)).toBe("two three");
    expect(chosen("one\n\ntwo", 0, 8)).toBe("one\n\ntwo");
    expect(chosen("a\u00a0 b", 1, 3)).toBeNull();
  });

  it("is nothing when nothing is selected", () => {
    expect(passageBetween("one", 1, 1)).toBeNull();
    expect(passageBetween("", 0, 0)).toBeNull();
  });

  it("never cuts a surrogate pair, a combining accent, a flag or a family", () => {
    expect(chosen("a😀b", 2, 4)).toBe("😀b");
    expect(chosen("cafe\u0301s", 0, 4)).toBe("cafe\u0301");
    expect(chosen("go 🇫🇷 now", 3, 5)).toBe("🇫🇷");
    expect(chosen("👩‍👩‍👧 x", 3, 10)).toBe("👩‍👩‍👧 x");
  });

  it("clamps what lies outside the text", () => {
    expect(chosen("one", -5, 99)).toBe("one");
  });

  it("always holds what was selected but white space, and starts and ends between clusters", () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), fc.nat(40), fc.nat(40), (text, a, b) => {
        const passage = passageBetween(text, a, b);
        const [from, to] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        if (!passage) {
          expect(text.slice(from, to).trim()).toBe("");
          return;
        }
        const edges = new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length));
        const chosenText = text.slice(passage.start, passage.end);
        expect(chosenText).toBe(chosenText.trim());
        expect(chosenText).toContain(text.slice(from, to).trim());
        expect(edges.has(passage.start) || /\s/u.test(text.charAt(passage.start - 1))).toBe(true);
      }),
    );
  });
});
