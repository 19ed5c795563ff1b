/** Import: from what people paste or upload to an article's metadata and blocks, with what doesn't belong set aside. */
import { AppError } from "@/lib/errors";
import { assemble } from "./import/assemble";
import { judgeBoxes } from "./import/boxes";
import { judgeFootnotes } from "./import/footnotes";
import { judgeForms } from "./import/forms";
import { judgeFurniture } from "./import/furniture";
import { judgeHead } from "./import/head";
import { judgePullQuotes } from "./import/pull-quotes";
import { readMarkdown } from "./import/read-markdown";
import { readText } from "./import/read-text";
import type { Reading } from "./import/reading";
import { judgeRepeats } from "./import/repeats";
import { shortened } from "./import/shapes";
import { judgeStructure } from "./import/structure";
import { judgeTail } from "./import/tail";
import { tidy } from "./import/tidy";
import { decide } from "./import/unit";
import type { ImportResult, Source } from "./schema";

/** Longest content accepted, in UTF-16 code units. A long book has a million; Markdown's parser costs more per character. */
export const longestContent: Record<Source["kind"], number> = { text: 2_000_000, markdown: 400_000 };
const mostParagraphs = 20_000;
/** A file that is text has hardly any of these; a program or picture named .txt has many. */
const mostUnreadable = 0.002;

/**
 * Reads the source and judges every paragraph of it: what belongs to the article becomes a block, what doesn't is set
 * aside with a reason, and nothing is left out. The same source always gives the same result.
 *
 * @throws AppError `invalid-input` when it is empty or not text, `too-large` when it is longer than can be read.
 */
export function importArticle(source: Source): ImportResult {
  checkReadable(source);
  const { units, metadata } = readerOf[source.kind](source.content);
  if (units.length === 0)
    throw new AppError(
      "invalid-input",
      "There are no words in this text. Paste the article's text, or choose another file.",
    );
  if (units.length > mostParagraphs) {
    throw new AppError(
      "too-large",
      `This text has more than ${mostParagraphs} paragraphs. Nothing was saved. Import it in parts.`,
    );
  }

  const givenTitle = tidy(source.title ?? "") || metadata.title;
  const furniture = judgeFurniture(decide(units, judgeForms(units)));
  const repeats = judgeRepeats(furniture.units);
  const head = judgeHead(repeats.units, givenTitle);
  const boxes = judgeBoxes(head.units, head.metadata.authors ?? []);
  const known = { ...head.metadata, authors: boxes.authors };
  const tail = judgeTail(judgeFootnotes(boxes.units), known);
  const { blocks, setAside } = assemble(judgeStructure(judgePullQuotes(tail.units)));

  const warnings = [...furniture.warnings, ...repeats.warnings, ...head.warnings, ...tail.warnings];
  const title = head.metadata.title ?? shortened(blocks[0]?.text ?? setAside[0]?.text ?? "");
  if (head.metadata.title === undefined) {
    warnings.push("No title was recognised. The first words stand in for it; give it a better one.");
  }
  return {
    metadata: { ...known, ...metadata, title },
    blocks,
    setAside,
    warnings,
    raw: source.content,
  };
}

const readerOf: Record<Source["kind"], (content: string) => Reading> = {
  text: (content) => ({ units: readText(content), metadata: {} }),
  markdown: readMarkdown,
};

function checkReadable({ kind, content }: Source): void {
  const longest = longestContent[kind];
  if (content.length > longest) {
    throw new AppError(
      "too-large",
      `This text is longer than ${longest.toLocaleString("en")} characters. Nothing was saved. Import it in parts${kind === "markdown" ? ", or as plain text" : ""}.`,
    );
  }
  if (content.includes("\0")) throw notText();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what gives a binary file away.
  const unreadable = content.match(/[\u0001-\u0008\u000E-\u001A\u001C-\u001F\u007F\uFFFD]/g)?.length ?? 0;
  if (unreadable > Math.max(2, content.length * mostUnreadable)) throw notText();
}

function notText(): AppError {
  return new AppError(
    "invalid-input",
    "This doesn't read as text: it may be a picture, a word processor's file or text in an old encoding. Nothing was saved. Save it as plain text (UTF-8) and choose it again, or paste the words.",
  );
}
