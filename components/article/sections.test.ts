import { expect, it } from "vitest";
import { blockStarts } from "@/lib/article/canonical-text";
import type { Block } from "@/lib/article/schema";
import { sectionAt, sectionsOf } from "./sections";

const blocks: Block[] = [
  { id: "b1", type: "paragraph", text: "Opening words.", marks: [] },
  { id: "b2", type: "heading", level: 2, text: "First", marks: [] },
  { id: "b3", type: "paragraph", text: "More.", marks: [] },
  { id: "b4", type: "heading", level: 3, text: "Second", marks: [] },
];
const ranges = blockStarts(blocks).map((start, index) => ({ start, end: start + (blocks[index]?.text.length ?? 0) }));

it("lists the title and the headings, and knows which one a place belongs to", () => {
  const sections = sectionsOf("Title", blocks, ranges);
  expect(sections.map(({ id, level }) => `${id}:${level}`)).toEqual(["article-title:1", "b2:2", "b4:3"]);
  expect([0, 15, 16, 23, 30, 99].map((offset) => sections[sectionAt(sections, offset)]?.text)).toEqual([
    "Title",
    "Title",
    "First",
    "First",
    "Second",
    "Second",
  ]);
});
