/** Finds out what a file is: by its bytes first, by its name where bytes don't say. */
import { fileTypeFromBuffer } from "file-type";
import { AppError } from "@/lib/errors";
import type { SourceKind } from "../schema";
import { notText } from "./decode";

const textKinds: Record<string, SourceKind> = {
  md: "markdown",
  markdown: "markdown",
  mdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
};
/** Kinds that the bytes give away and that are read. */
const readKinds: Record<string, SourceKind> = { pdf: "pdf", docx: "docx" };
/** Formats with a signature that are text all the same. */
const textual = new Set(["xml", "rtf", "ics", "vcf"]);
const page = /^\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/is;
/** How much of a file says whether it is a page, in bytes. */
const looked = 4096;

/**
 * What the file is.
 * @param name its name, of which the ending counts
 * @throws AppError `invalid-input` when it is of a kind that can't be read, with that kind's name
 */
export async function kindOfFile(bytes: Uint8Array, name: string): Promise<SourceKind> {
  if (bytes.length === 0) {
    throw new AppError("invalid-input", "This file is empty. Nothing was saved. Choose another, or paste the words.");
  }
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined && found.ext in readKinds) return readKinds[found.ext] ?? "pdf";
  if (found !== undefined && !textual.has(found.ext) && !isByteOrderMarked(bytes)) throw unreadable(found.ext);
  if (found?.ext === "rtf") throw unreadable("rtf");
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (ending in readKinds) throw notOfItsName(ending);
  if (page.test(new TextDecoder("latin1").decode(bytes.subarray(0, looked)))) return "html";
  return textKinds[ending] ?? "text";
}

const isByteOrderMarked = ([first, second]: Uint8Array) =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

const words: Record<string, string> = {
  doc: "an old Word document (.doc)",
  cfb: "an old Office document, or one that is protected by a password",
  rtf: "a rich text document (.rtf)",
  odt: "an OpenDocument text (.odt)",
  zip: "a ZIP archive",
  epub: "an e-book (.epub)",
};

function unreadable(ext: string): AppError {
  const what = words[ext];
  if (what === undefined) return notText();
  return new AppError(
    "invalid-input",
    `This is ${what}, which can't be read. Nothing was saved. Save it as .docx, PDF or plain text and choose that, or paste the words.`,
  );
}

function notOfItsName(ending: string): AppError {
  return new AppError(
    "invalid-input",
    `Its name says .${ending}, but this file is no such document, or it is damaged. Nothing was saved. Open it where it was made, save it again, and choose that.`,
  );
}
