import { expect, test } from "vitest";
import type { Block } from "@/lib/article/schema";
import { correctedBlocks } from "./corrected";

const paragraph = (id: string, text: string, marks: Block["marks"] = []): Block => ({
  id,
  type: "paragraph",
  text,
  marks,
});

test("words are tidied with their marks, empty blocks go, and ids are given anew", () => {
  const blocks = correctedBlocks([
    paragraph("x", "  Two\u00a0\u00a0 words.", [{ type: "strong", start: 8, end: 13 }]),
    paragraph("y", " \n "),
    paragraph("z", "More."),
  ]);
  expect(blocks).toEqual([
    paragraph("b1", "Two words.", [{ type: "strong", start: 4, end: 9 }]),
    paragraph("b2", "More."),
  ]);
});

test("a link that runs something goes, its words stay", () => {
  const marks: Block["marks"] = [{ type: "link", start: 0, end: 4, href: "javascript:alert(1)" }];
  expect(correctedBlocks([paragraph("b1", "Here", marks)])).toEqual([paragraph("b1", "Here")]);
});

test("what refers to a block follows it, or is plain when it is gone", () => {
  const blocks = correctedBlocks([
    paragraph("b1", ""),
    paragraph("b2", "Lamps*", [{ type: "footnote", start: 5, end: 6, block: "b4" }]),
    { id: "b3", type: "pull-quote", repeats: "b1", text: "Lamps", marks: [] },
    { id: "b4", type: "footnote", mark: "*", text: "In 1930.", marks: [] },
  ]);
  expect(blocks).toMatchObject([
    { id: "b1", marks: [{ block: "b3" }] },
    { id: "b2", type: "paragraph" },
    { id: "b3", type: "footnote" },
  ]);
});

test("a table row's cells are found in its text", () => {
  const row: Block = {
    id: "b1",
    type: "table-row",
    table: 1,
    isHeader: false,
    cells: [],
    text: "Bus | 1,100",
    marks: [],
  };
  expect(correctedBlocks([row])).toEqual([
    {
      ...row,
      cells: [
        { start: 0, end: 3 },
        { start: 6, end: 11 },
      ],
    },
  ]);
});
