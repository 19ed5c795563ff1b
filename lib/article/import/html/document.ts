/** Parses HTML into a document, bounded. Nothing in it runs, loads or reaches anybody: only its words are read on. */
import { parseHTML } from "linkedom";
import { AppError } from "@/lib/errors";
import { mostElements } from "../limits";

/** @throws AppError `too-large` when it has more elements than can be read in time */
export function parseDocument(html: string): Document {
  if ((html.match(/<[a-z]/gi)?.length ?? 0) > mostElements) {
    throw new AppError(
      "too-large",
      `This page has more than ${mostElements.toLocaleString("en")} elements. Nothing was saved. Paste the words of its article.`,
    );
  }
  // A clipboard's HTML, and many a file, has no document around it.
  const whole = /<body\b/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as Document;
}
