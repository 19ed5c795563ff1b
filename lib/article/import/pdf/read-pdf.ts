/** Reads a PDF with a text layer into units. */
import { getDocumentProxy } from "unpdf";
import { AppError } from "@/lib/errors";
import type { Metadata } from "../../schema";
import { largestFile, mostPages } from "../limits";
import type { Reading, ReportStep } from "../reading";
import { tidy } from "../tidy";
import { linesOf, type TextPiece } from "./lines";
import { paragraphsOf } from "./paragraphs";

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Fewer letters than this on an average page are no text layer. */
const fewestLetters = 20;

/** @throws AppError `invalid-input` for what is encrypted, damaged or only pictures, `too-large` for too many pages */
export async function readPdf(bytes: Uint8Array, report: ReportStep): Promise<Reading> {
  const pdf = await opened(bytes);
  if (pdf.numPages > mostPages) {
    throw new AppError(
      "too-large",
      `This PDF has ${pdf.numPages} pages; at most ${mostPages} are read. Nothing was saved. Import it in parts.`,
    );
  }
  const lines = [];
  let letters = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const pieces = await piecesOn(pdf, number);
    letters += pieces.reduce((sum, { text }) => sum + text.trim().length, 0);
    lines.push(...linesOf(pieces, number));
    report("reading", number / pdf.numPages);
  }
  if (letters < fewestLetters * Math.min(pdf.numPages, 10)) throw onlyPictures();
  return { units: paragraphsOf(lines), metadata: await propertiesOf(pdf) };
}

async function opened(bytes: Uint8Array): Promise<Pdf> {
  try {
    // The parser takes the bytes for itself; the source is stored untouched.
    return await getDocumentProxy(bytes.slice(), {
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      // Its warnings are about drawing, which nobody does here.
      verbosity: 0,
      maxImageSize: largestFile,
    });
  } catch (error) {
    throw (error as Error).name === "PasswordException" ? encrypted() : damaged();
  }
}

async function piecesOn(pdf: Pdf, number: number): Promise<TextPiece[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return items.flatMap((item): TextPiece[] => {
    if (!("str" in item)) return [];
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) || item.height }];
  });
}

/** What the file's properties say. Many programs put the file's name where the title belongs. */
async function propertiesOf(pdf: Pdf): Promise<Partial<Metadata>> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const text = (name: string) => {
    const value = (info as Record<string, unknown>)[name];
    return typeof value === "string" ? tidy(value) || undefined : undefined;
  };
  const [title, author, language] = [text("Title"), text("Author"), text("Language")];
  const isTitle =
    title !== undefined && !/\.(?:docx?|pdf|indd|qxd|rtf|odt|pages)$|^(?:untitled|microsoft word)/i.test(title);
  return {
    ...(isTitle && { title }),
    ...(author?.includes(" ") && { authors: author.split(/\s*;\s*/).map((name) => ({ name })) }),
    ...(language && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) && { language }),
  };
}

function encrypted(): AppError {
  return new AppError(
    "invalid-input",
    "This PDF is protected by a password. Nothing was saved. Save a copy without the password and choose that, or paste its words.",
  );
}

function damaged(): AppError {
  return new AppError(
    "invalid-input",
    "This PDF is damaged and can't be read. Nothing was saved. Open it, print it to a new PDF and choose that, or paste its words.",
  );
}

function onlyPictures(): AppError {
  return new AppError(
    "invalid-input",
    "This PDF holds pictures of pages and no text. Nothing was saved. Run text recognition (OCR) over it first, or paste its words.",
  );
}
