import { PDFDocument, rgb, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
import { importArticle } from "../../import-article";

const read = (content: Uint8Array) => importArticle({ kind: "pdf", content });

/** A line of text: its words, size, and how far it stands below the one before it. */
type Drawn = [text: string, size: number, below: number];

async function written(pages: readonly (readonly Drawn[])[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle("Why the ferry matters");
  pdf.setAuthor("Jane Roe");
  pdf.setLanguage("en-GB");
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (const lines of pages) {
    const page = pdf.addPage([400, 600]);
    let y = 560;
    for (const [text, size, below] of lines) {
      y -= below;
      page.drawText(text, { x: 50, y, size, font });
    }
  }
  return pdf.save();
}

const running = (page: number): Drawn => [`The Gazette ${page}`, 8, 0];

test("a PDF's lines are paragraphs again, across pages, without what stands on every page", async () => {
  const { metadata, blocks, setAside } = await read(
    await written([
      [
        running(1),
        ["Why the ferry matters", 22, 40],
        ["The ferry leaves on time, and everybody in the town knows what", 11, 40],
        ["that means. It is the one thing that the council has not yet mod-", 11, 14],
        ["ernised, and so it works.", 11, 14],
        ["What it costs", 14, 34],
        ["It was said to be cheap, and nobody asked how the number had come", 11, 22],
        ["about, since nobody wanted to know. It costs nine euros, and it goes", 11, 14],
      ],
      [running(2), ["on costing that, whoever rides it, and at whatever hour they do.", 11, 40], ["It pays.", 11, 30]],
      [running(3), ["The boat is old. It will be older when the new one comes at last.", 11, 40]],
    ]),
  );
  expect(metadata).toMatchObject({
    title: "Why the ferry matters",
    authors: [{ name: "Jane Roe" }],
    language: "en-GB",
  });
  expect(blocks.map(({ type, text }) => `${type}: ${text}`)).toEqual([
    "paragraph: The ferry leaves on time, and everybody in the town knows what that means. It is the one thing that the council has not yet modernised, and so it works.",
    "heading: What it costs",
    "paragraph: It was said to be cheap, and nobody asked how the number had come about, since nobody wanted to know. It costs nine euros, and it goes on costing that, whoever rides it, and at whatever hour they do.",
    "paragraph: It pays.",
    "paragraph: The boat is old. It will be older when the new one comes at last.",
  ]);
  expect(setAside.map(({ reason, text }) => `${reason}: ${text}`)).toEqual([
    "repeated: The Gazette 1",
    "metadata: Why the ferry matters",
    "repeated: The Gazette 2",
    "repeated: The Gazette 3",
  ]);
});

test("a PDF of pictures alone is told so", async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage([400, 600]).drawRectangle({ x: 0, y: 0, width: 300, height: 300, color: rgb(0, 0, 0) });
  await expect(read(await pdf.save())).rejects.toMatchObject({
    code: "invalid-input",
    message: expect.stringMatching(/text recognition/),
  });
});

test("a PDF with a password is told so", async () => {
  // The smallest that asks for one: an encryption dictionary whose user password isn't the empty one.
  const key = "0".repeat(64);
  const encrypted = [
    "%PDF-1.4",
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
    "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj",
    `3 0 obj<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>endobj`,
    "trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]/Size 4>>",
    "%%EOF",
  ].join("\n");
  await expect(read(new TextEncoder().encode(encrypted))).rejects.toMatchObject({
    code: "invalid-input",
    message: expect.stringMatching(/password/),
  });
});

test("a damaged PDF is told so", async () => {
  await expect(read(new TextEncoder().encode("%PDF-1.7\nnothing more"))).rejects.toMatchObject({
    code: "invalid-input",
    message: expect.stringMatching(/damaged/),
  });
});

test("the source's bytes stay as they were", async () => {
  const bytes = await written([[["The ferry leaves on time. Everybody knows what that means.", 11, 40]]]);
  const copy = bytes.slice();
  const { raw } = await read(bytes);
  expect(raw).toEqual(copy);
});
