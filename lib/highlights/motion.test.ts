import { describe, expect, it } from "vitest";
import { blockStarts, canonicalText } from "@/lib/article/canonical-text";
import { movedEdge, nextSentence, sentenceAt } from "./motion";
import type { Passage } from "./order";

const paragraphs = [
  { text: "Heading words" },
  { text: "First one here. “Second,” she said! Third?" },
  { text: "Last 👩‍👩‍👧 bit." },
];
const text = canonicalText(paragraphs);
const blocks = blockStarts(paragraphs).map((start, index) => ({
  start,
  end: start + (paragraphs[index]?.text.length ?? 0),
}));
const words = (passage: Passage | null) => passage && text.slice(passage.start, passage.end);
const after = (part: string) => text.indexOf(part) + part.length;

describe("sentences", () => {
  it("finds the one a place lies in, or the next", () => {
    expect(words(sentenceAt(text, blocks, 0))).toBe("Heading words");
    expect(words(sentenceAt(text, blocks, text.indexOf("one")))).toBe("First one here.");
    expect(words(sentenceAt(text, blocks, after("Heading words")))).toBe("First one here.");
    expect(sentenceAt("", [], 0)).toBeNull();
  });

  it("steps through the whole text and back", () => {
    const forward: (string | null)[] = [];
    for (let at = sentenceAt(text, blocks, 0); at; at = nextSentence(text, blocks, at.start, 1))
      forward.push(words(at));
    const backward: (string | null)[] = [];
    for (let at = sentenceAt(text, blocks, text.length - 2); at; at = nextSentence(text, blocks, at.start, -1)) {
      backward.push(words(at));
    }
    expect(forward).toEqual(["Heading words", "First one here.", "“Second,” she said!", "Third?", "Last 👩‍👩‍👧 bit."]);
    expect(backward).toEqual(forward.toReversed());
  });
});

describe("edges", () => {
  it("moves an end to the next word's end, over the block break, and to the block's own end", () => {
    const first = after("Heading");
    const second = movedEdge(text, blocks, first, "end", 1, "word");
    expect(text.slice(0, second)).toBe("Heading words");
    expect(text.slice(0, movedEdge(text, blocks, second, "end", 1, "word"))).toMatch(/\n\nFirst$/);
    expect(movedEdge(text, blocks, after("bit"), "end", 1, "word")).toBe(text.length);
  });

  it("moves a start to the word's start before it", () => {
    const start = text.indexOf("here");
    expect(movedEdge(text, blocks, start, "start", -1, "word")).toBe(text.indexOf("one"));
  });

  it("moves by sentence", () => {
    const end = after("First one here.");
    expect(movedEdge(text, blocks, end, "end", 1, "sentence")).toBe(after("she said!"));
    expect(movedEdge(text, blocks, end, "end", -1, "sentence")).toBe(after("Heading words"));
  });

  it("moves by whole clusters, over a block break in one step", () => {
    const family = text.indexOf("👩‍👩‍👧");
    expect(movedEdge(text, blocks, family, "end", 1, "character")).toBe(family + "👩‍👩‍👧".length);
    expect(movedEdge(text, blocks, family + "👩‍👩‍👧".length, "end", -1, "character")).toBe(family);
    expect(movedEdge(text, blocks, after("Heading words"), "end", 1, "character")).toBe(text.indexOf("First"));
    expect(movedEdge(text, blocks, text.indexOf("First"), "start", -1, "character")).toBe(after("Heading words"));
  });

  it("stays at the ends of the text", () => {
    for (const unit of ["character", "word", "sentence"] as const) {
      expect(movedEdge(text, blocks, text.length, "end", 1, unit)).toBe(text.length);
      expect(movedEdge(text, blocks, 0, "start", -1, unit)).toBe(0);
    }
  });
});
