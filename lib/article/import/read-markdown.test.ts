import { expect, test } from "vitest";
import { importArticle } from "../import-article";

const read = (content: string) => importArticle({ kind: "markdown", content });

test("an article in Markdown keeps its structure, its emphasis and its links", async () => {
  const { metadata, blocks, setAside } = await read(`---
title: The harbour
author: Jane Roe, editor
date: 2025-05-04
---

# The harbour

![A boat on the water. (Photo: Ann Lee)](boat.png)

Some **bold *and more***, \`code  here\`, [a link](https://example.com/a?b=1), [a trap](javascript:alert(1)).

## A *section*

> Two lines
> quoted.

- one
- two
  1. nested

| a | b |
|---|---|
| c | **d** |

\`\`\`js
const x = 1;

y();
\`\`\`

<!-- nobody sees this -->
<div onclick="x()">seen by <i>all</i></div>
`);
  expect(metadata).toEqual({
    title: "The harbour",
    authors: [{ name: "Jane Roe", role: "editor" }],
    publishedOn: "2025-05-04",
    captions: [{ text: "A boat on the water.", credit: "Ann Lee" }],
  });
  expect(blocks.map(({ type, text }) => `${type}: ${text}`)).toEqual([
    "caption: A boat on the water.",
    "paragraph: Some bold and more, code here, a link, a trap.",
    "heading: A section",
    "quote: Two lines quoted.",
    "list-item: one",
    "list-item: two",
    "list-item: nested",
    "table-row: a | b",
    "table-row: c | d",
    "code: const x = 1;\n\ny();",
    "paragraph: seen by all",
  ]);
  expect(blocks[1]?.marks).toEqual([
    { type: "strong", start: 5, end: 18 },
    { type: "emphasis", start: 10, end: 18 },
    { type: "code", start: 20, end: 29 },
    { type: "link", start: 31, end: 37, href: "https://example.com/a?b=1" },
  ]);
  expect(blocks[6]).toMatchObject({ ordered: true, depth: 1 });
  expect(blocks[7]).toMatchObject({
    table: 1,
    isHeader: true,
    cells: [
      { start: 0, end: 1 },
      { start: 4, end: 5 },
    ],
  });
  expect(blocks[8]).toMatchObject({ table: 1, isHeader: false, marks: [{ type: "strong", start: 4, end: 5 }] });
  expect(setAside.map(({ text, reason }) => `${reason}: ${text.slice(0, 20)}`)).toEqual([
    "metadata: title: The harbour a",
    "metadata: The harbour",
    "metadata: <!-- nobody sees thi",
  ]);
});

test("footnotes are linked from their marks, and one that nothing refers to is kept", async () => {
  const { blocks } = await read(
    "# T\n\nFirst[^b] and second[^a].\n\n[^a]: Note *a*.\n\n[^b]: Note b.\n\n[^c]: Note c.",
  );
  expect(blocks).toMatchObject([
    {
      text: "First[1] and second[2].",
      marks: [
        { type: "footnote", start: 5, end: 8, block: "b2" },
        { type: "footnote", start: 19, end: 22, block: "b3" },
      ],
    },
    { type: "footnote", mark: "[1]", text: "Note b." },
    { type: "footnote", mark: "[2]", text: "Note a.", marks: [{ type: "emphasis", start: 5, end: 6 }] },
    { type: "footnote", mark: "*", text: "Note c." },
  ]);
});

test.each([
  ["deep quotations", `${"> ".repeat(20)}a`],
  ["deep lists", Array.from({ length: 80 }, (_, depth) => `${"  ".repeat(depth)}- item`).join("\n")],
])("%s are refused rather than lost", async (_, content) => {
  await expect(read(content)).rejects.toMatchObject({ code: "invalid-input" });
});

test("more lines than can be read in time are refused", async () => {
  await expect(read("- a\n".repeat(20_001))).rejects.toMatchObject({ code: "too-large" });
});
