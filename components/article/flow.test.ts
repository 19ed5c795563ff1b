import { describe, expect, it } from "vitest";
import type { Block } from "@/lib/article/schema";
import { type Flow, flowOf, type List } from "./flow";

const base = { id: "b", text: "words", marks: [] };
const paragraph: Block = { ...base, type: "paragraph" };
const footnote: Block = { ...base, type: "footnote", mark: "*" };
const item = (depth: number, ordered = false): Block => ({ ...base, type: "list-item", ordered, depth });

const show = (list: List): string =>
  `${list.ordered ? "ol" : "ul"}(${list.items.map(({ index, lists }) => [index, ...lists.map(show)].join(" ")).join(", ")})`;
const showPart = (part: Flow): string => {
  switch (part.type) {
    case "block":
      return `${part.index}`;
    case "list":
      return show(part.list);
    case "footnotes":
      return `notes(${part.indexes})`;
  }
};
const shown = (blocks: Block[]) => flowOf(blocks).map(showPart);

describe("flow of blocks", () => {
  it("leaves plain blocks as they are", () => {
    expect(shown([paragraph, paragraph])).toEqual(["0", "1"]);
    expect(shown([])).toEqual([]);
  });

  it("puts neighbouring items into one list, and deeper ones inside", () => {
    expect(shown([paragraph, item(0), item(1), item(1, true), item(0), paragraph])).toEqual([
      "0",
      "ul(1 ul(2) ol(3), 4)",
      "5",
    ]);
  });

  it("starts a new list where the kind changes", () => {
    expect(shown([item(0), item(0, true)])).toEqual(["ul(0)", "ol(1)"]);
  });

  it("keeps an item that begins too deep", () => {
    expect(shown([item(2), item(0)])).toEqual(["ul(0, 1)"]);
  });

  it("gathers footnotes", () => {
    expect(shown([paragraph, footnote, footnote])).toEqual(["0", "notes(1,2)"]);
  });
});
