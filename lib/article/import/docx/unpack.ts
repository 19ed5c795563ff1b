/** Unpacks a DOCX within bounds, and packs again what is read of it: nothing else gets to the library that reads it. */

import { strToU8, type Unzipped, unzipSync, zipSync } from "fflate";
import { AppError } from "@/lib/errors";
import { largestUnpacked } from "../limits";

/** Words, notes, styles, numbering and what links lead to. Pictures, fonts, macros and embedded files stay out. */
const readParts =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:document|footnotes|endnotes|styles|numbering)\.xml|word\/_rels\/[\w.]+\.rels)$/i;
const mostParts = 5_000;

export interface Unpacked {
  /** A DOCX of the parts that are read, not compressed. */
  document: Uint8Array;
  /** docProps/core.xml; empty when there is none. */
  properties: string;
}

/**
 * The parts that are read. What they say of their size is checked before anything is inflated, and holds while it is: a
 * part that turns out larger fails.
 *
 * @throws AppError `too-large` for a bomb, `invalid-input` for what is damaged, encrypted or no document
 */
export function unpack(bytes: Uint8Array): Unpacked {
  let size = 0;
  let parts = 0;
  let files: Unzipped;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++parts > mostParts) throw tooLarge();
        if (!readParts.test(name)) return false;
        size += originalSize;
        if (size > largestUnpacked) throw tooLarge();
        return true;
      },
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw damaged();
  }
  const main = files["word/document.xml"];
  if (main === undefined) throw damaged();
  const properties = new TextDecoder().decode(files["docProps/core.xml"] ?? strToU8(""));
  return { document: zipSync(files, { level: 0 }), properties };
}

function tooLarge(): AppError {
  return new AppError(
    "too-large",
    `This document holds more than ${largestUnpacked / 1_000_000} MB once it is unpacked. Nothing was saved. Paste the words of the article.`,
  );
}

/** What to say of a document that can't be read. */
export function damaged(): AppError {
  return new AppError(
    "invalid-input",
    "This Word document is damaged or protected. Nothing was saved. Open it in Word, save it again without a password, and choose that, or paste its words.",
  );
}
