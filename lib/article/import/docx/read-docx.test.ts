import {
  BorderStyle,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { importArticle } from "../../import-article";

const read = (content: Uint8Array) => importArticle({ kind: "docx", content });

const cell = (text: string) =>
  new TableCell({ children: [new Paragraph(text)], borders: { top: { style: BorderStyle.NONE } } });

async function written(): Promise<Uint8Array> {
  const document = new Document({
    title: "Why the ferry matters",
    creator: "Jane Roe",
    numbering: {
      config: [{ reference: "steps", levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1." }] }],
    },
    footnotes: { 1: { children: [new Paragraph("By the council, in March.")] } },
    sections: [
      {
        children: [
          new Paragraph({ text: "Why the ferry matters", heading: HeadingLevel.TITLE }),
          new Paragraph({
            children: [
              new TextRun("It was said to be "),
              new TextRun({ text: "cheap", italics: true }),
              new TextRun("."),
              new FootnoteReferenceRun(1),
              new TextRun(" Nobody asked "),
              new ExternalHyperlink({ link: "https://example.com/why", children: [new TextRun("why")] }),
              new TextRun("."),
            ],
          }),
          new Paragraph({ text: "What to do", heading: HeadingLevel.HEADING_2 }),
          new Paragraph({ text: "Ask them.", numbering: { reference: "steps", level: 0 } }),
          new Paragraph({ text: "Ask again.", numbering: { reference: "steps", level: 0 } }),
          new Table({
            rows: [
              new TableRow({ children: [cell("2024"), cell("9 riders")] }),
              new TableRow({ children: [cell("2025"), cell("8 riders")] }),
            ],
          }),
          new Paragraph("That is all there is to say about it."),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

test("a Word document keeps its headings, lists, tables, notes, links and emphasis, and says who wrote it", async () => {
  const { metadata, blocks, setAside } = await read(await written());
  expect(metadata).toMatchObject({ title: "Why the ferry matters", authors: [{ name: "Jane Roe" }] });
  expect(blocks.map(({ type, text }) => `${type}: ${text}`)).toEqual([
    "paragraph: It was said to be cheap.[1] Nobody asked why.",
    "heading: What to do",
    "list-item: Ask them.",
    "list-item: Ask again.",
    "table-row: 2024 | 9 riders",
    "table-row: 2025 | 8 riders",
    "paragraph: That is all there is to say about it.",
    "footnote: By the council, in March.",
  ]);
  expect(blocks[0]?.marks).toEqual([
    { type: "emphasis", start: 18, end: 23 },
    { type: "footnote", start: 24, end: 27, block: "b8" },
    { type: "link", start: 41, end: 44, href: "https://example.com/why" },
  ]);
  expect(blocks[2]).toMatchObject({ ordered: true });
  expect(setAside.map(({ reason }) => reason)).toEqual(["metadata"]);
});

test("a bomb is refused by the sizes it names, before anything is inflated", async () => {
  const bomb = zipSync({ "word/document.xml": [new Uint8Array(100_000_000), { level: 9 }] });
  expect(bomb.length).toBeLessThan(200_000);
  const before = process.memoryUsage().arrayBuffers;
  await expect(read(bomb)).rejects.toMatchObject({ code: "too-large", message: expect.stringMatching(/unpacked/) });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
});

test("a bomb that lies about its sizes is refused too", async () => {
  const bomb = zipSync({ "word/document.xml": [new Uint8Array(100_000_000), { level: 9 }] });
  const view = new DataView(bomb.buffer, bomb.byteOffset);
  // The size once unpacked, in the entry's own header and in the directory at the end (which begins "PK\x01\x02").
  view.setUint32(22, 1_000, true);
  const directory = bomb.findLastIndex((_, at) => at + 4 <= bomb.length && view.getUint32(at, true) === 0x02014b50);
  view.setUint32(directory + 24, 1_000, true);
  await expect(read(bomb)).rejects.toMatchObject({ code: "invalid-input" });
});

test.each([
  ["damaged", new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])],
  ["an archive of something else", zipSync({ "a.txt": strToU8("words") })],
  ["not XML inside", zipSync({ "word/document.xml": strToU8("<w:document><w:body>") })],
])("what is %s is refused in words that help", async (_, bytes) => {
  await expect(read(bytes)).rejects.toMatchObject({ code: "invalid-input" });
});

test("entities that name themselves are not expanded", async () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`;
  await expect(
    read(zipSync({ "[Content_Types].xml": strToU8(types), "word/document.xml": strToU8(laughs) })),
  ).rejects.toMatchObject({ code: "invalid-input" });
});
