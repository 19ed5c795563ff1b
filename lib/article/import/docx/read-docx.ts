/** Reads a DOCX into units: mammoth turns it into plain HTML, whose reader does the rest. */
import mammoth from "mammoth";
import type { Metadata } from "../../schema";
import { parseDocument } from "../html/document";
import { readHtml } from "../html/read-html";
import type { Reading } from "../reading";
import { tidy } from "../tidy";
import { damaged, unpack } from "./unpack";

/** Styles by which Word's users say what a paragraph is, beside those that mammoth knows (in English Word). */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='caption'] => figure > figcaption:fresh",
  "p[style-name='Caption'] => figure > figcaption:fresh",
];

/** @throws AppError `too-large` for a bomb, `invalid-input` for what is damaged, encrypted or no document */
export async function readDocx(bytes: Uint8Array): Promise<Reading> {
  const { document, properties } = unpack(bytes);
  const { value: html } = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(document) },
      // Pictures were left out; what would have been read of them goes too.
      { styleMap: styles, convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
    )
    .catch(() => {
      throw damaged();
    });
  const { units, metadata, warnings } = readHtml(html, { isPage: false });
  return { units, metadata: { ...metadata, ...propertiesIn(properties) }, warnings };
}

/** The core properties (Dublin Core) that say something of the article. Many people leave them as their program set them. */
function propertiesIn(xml: string): Partial<Metadata> {
  const document = parseDocument(xml);
  const text = (name: string) => tidy(document.querySelector(name)?.textContent ?? "") || undefined;
  const [title, language] = [text("dc\\:title"), text("dc\\:language")];
  const names = (text("dc\\:creator") ?? "").split(/\s*;\s*/).filter(isPerson);
  return {
    ...(title && { title }),
    ...(names.length > 0 && { authors: names.map((name) => ({ name })) }),
    ...(language && { language }),
  };
}

/** Programs put their own or their owner's name there. */
const isPerson = (name: string) =>
  /\s/.test(name) && !/\b(?:microsoft|office|user|admin|un-named|python-docx)\b/i.test(name);
