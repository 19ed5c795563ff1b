import { expect, test } from "vitest";
import type { Block } from "@/lib/article/schema";
import { blocksOf, docOf } from "./blocks-doc";

const blocks: Block[] = [
  { id: "b1", type: "heading", level: 5, text: "Who pays", marks: [] },
  {
    id: "b2",
    type: "paragraph",
    text: "The harbour board* paid for every lamp.",
    marks: [
      { type: "strong", start: 4, end: 17 },
      { type: "emphasis", start: 12, end: 23 },
      { type: "link", start: 0, end: 17, href: "https://example.org/" },
      { type: "footnote", start: 17, end: 18, block: "b6" },
    ],
  },
  { id: "b3", type: "pull-quote", repeats: "b2", text: "Every lamp.", marks: [] },
  { id: "b4", type: "list-item", ordered: true, depth: 2, text: "One.", marks: [] },
  { id: "b5", type: "caption", credit: "AFP", text: "A lamp.", marks: [] },
  { id: "b6", type: "footnote", mark: "*", text: "In 1930.", marks: [] },
  { id: "b7", type: "code", text: "a\n  b", marks: [] },
  { id: "b8", type: "quote", text: "", marks: [] },
  { id: "b9", type: "table-row", table: 2, isHeader: true, cells: [], text: "Bus | Riders", marks: [] },
];

const inOrder = (block: Block) => ({
  ...block,
  marks: block.marks.toSorted((a, b) => a.start - b.start || a.end - b.end),
});

test("blocks that nobody touches come back as they were", () => {
  expect(blocksOf(docOf(blocks)).map(inOrder)).toEqual(blocks.map(inOrder));
});

test("a block that was split keeps its id in its first half only", () => {
  const doc = docOf(blocks);
  const second = doc.content[1];
  if (second) doc.content.splice(1, 0, { ...second });
  const ids = blocksOf(doc).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[1]).toBe("b2");
});
