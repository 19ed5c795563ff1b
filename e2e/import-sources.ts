/** The same small article as each kind of source brings it. */
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import { PDFDocument, StandardFonts } from "pdf-lib";

export const title = "Why the ferry matters";
export const heading = "What it costs";
const first =
  "The ferry leaves on time, and everybody in the town knows what that means for them. It has always been so.";
export const second = "It was said to be cheap, and nobody asked how the number came about. Nobody wanted to know it.";

/** As a page has it, with what a page puts around it. */
export const html = `<!doctype html><html lang="en"><head><title>${title} | The Gazette</title>
<meta property="og:site_name" content="The Gazette"><meta name="author" content="Jane Roe"></head><body>
<nav><a href="/">Home</a> <a href="/city">City</a></nav><script>document.title = "taken over"</script>
<article><h1>${title}</h1><p>${first}</p><h2>${heading}</h2><p onclick="alert(1)">${second.replace("cheap", "<em>cheap</em>")}</p>
<p>${first} ${second}</p></article>
<footer role="contentinfo">All of it is ours. <a href="javascript:alert(1)">Terms</a></footer></body></html>`;

/** As a browser puts it on the clipboard. */
export const clipboard = {
  html: `<meta charset="utf-8"><h1>${title}</h1><p>${first}</p><h2>${heading}</h2><p>${second.replace("cheap", "<em>cheap</em>")}</p>`,
  text: [title, first, heading, second].join("\n\n"),
};

export async function docx(): Promise<Buffer> {
  const [before = "", after = ""] = second.split("cheap");
  const children = [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    new Paragraph(first),
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }),
    new Paragraph({
      children: [new TextRun(before), new TextRun({ text: "cheap", italics: true }), new TextRun(after)],
    }),
  ];
  return Packer.toBuffer(new Document({ title, creator: "Jane Roe", sections: [{ children }] }));
}

export async function pdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setTitle(title);
  const font = await document.embedFont(StandardFonts.TimesRoman);
  const page = document.addPage([600, 400]);
  const draw = (text: string, y: number, size: number) => page.drawText(text, { x: 50, y, size, font });
  draw(title, 360, 22);
  draw(first, 320, 10);
  draw(heading, 290, 14);
  draw(second, 265, 10);
  return Buffer.from(await document.save());
}
