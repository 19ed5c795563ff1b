/** Import: from what people paste, upload or link to, to an article's metadata and blocks, with what doesn't belong set aside. */
import { AppError } from "@/lib/errors";
import { assemble } from "./import/assemble";
import { judgeBoxes } from "./import/boxes";
import { decode, notText } from "./import/decode";
import { judgeFootnotes } from "./import/footnotes";
import { judgeForms } from "./import/forms";
import { judgeFurniture } from "./import/furniture";
import { judgeHead } from "./import/head";
import { longestContent, mostParagraphs } from "./import/limits";
import { judgePullQuotes } from "./import/pull-quotes";
import { readMarkdown } from "./import/read-markdown";
import { readText } from "./import/read-text";
import type { Reading, ReportStep } from "./import/reading";
import { judgeRepeats } from "./import/repeats";
import { shortened } from "./import/shapes";
import { judgeStructure } from "./import/structure";
import { judgeTail } from "./import/tail";
import { tidy } from "./import/tidy";
import { decide } from "./import/unit";
import { noticesIn } from "./notices";
import type { ImportResult, Metadata, Source } from "./schema";

/** A file that is text has hardly any of these; a program or picture named .txt has many. */
const mostUnreadable = 0.002;

/**
 * Reads the source and judges every paragraph of it: what belongs to the article becomes a block, what doesn't is set
 * aside with a reason, and nothing is left out. The same source always gives the same result. It may take long and much
 * memory for hostile sources: a server runs it in a worker (import-pool.ts).
 *
 * @throws AppError `invalid-input` when it is empty or can't be read, `too-large` when it is longer than can be read.
 */
export async function importArticle(source: Source, report: ReportStep = () => undefined): Promise<ImportResult> {
  report("reading", null);
  const reading = await read(source, report);
  report("judging", null);
  return { ...judged(reading, source), raw: source.content };
}

async function read(source: Source, report: ReportStep): Promise<Reading> {
  const { kind, content } = source;
  switch (kind) {
    case "docx":
    case "pdf": {
      if (typeof content === "string") throw new TypeError(`A ${kind} is bytes.`);
      // Loaded when needed: each brings a library of its own.
      if (kind === "pdf") return (await import("./import/pdf/read-pdf")).readPdf(content, report);
      return (await import("./import/docx/read-docx")).readDocx(content);
    }
    case "html":
    case "rich-text": {
      const { readHtml } = await import("./import/html/read-html");
      return readHtml(readable(source), { isPage: kind === "html", url: source.url });
    }
    case "markdown":
      return readMarkdown(readable(source));
    case "text":
      return { units: readText(readable(source)), metadata: {} };
  }
}

/** The source's characters. */
function readable({ kind, content, charset }: Source): string {
  const text = typeof content === "string" ? content : decode(content, { charset, isHtml: kind === "html" });
  const longest = kind === "docx" || kind === "pdf" ? 0 : longestContent[kind];
  if (text.length > longest) {
    throw new AppError(
      "too-large",
      `This text is longer than ${longest.toLocaleString("en")} characters. Nothing was saved. Import it in parts${kind === "markdown" ? ", or as plain text" : ""}.`,
    );
  }
  if (text.includes("\0")) throw notText();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what gives a binary file away.
  const unreadable = text.match(/[\u0001-\u0008\u000E-\u001A\u001C-\u001F\u007F\uFFFD]/g)?.length ?? 0;
  if (unreadable > Math.max(2, text.length * mostUnreadable)) throw notText();
  return text;
}

function judged({ units, metadata, warnings: doubts = [] }: Reading, source: Source): Omit<ImportResult, "raw"> {
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

  const warnings = [...doubts, ...furniture.warnings, ...repeats.warnings, ...head.warnings, ...tail.warnings];
  const title = head.metadata.title ?? shortened(blocks[0]?.text ?? setAside[0]?.text ?? "");
  if (head.metadata.title === undefined) {
    warnings.push("No title was recognised. The first words stand in for it; give it a better one.");
  }
  return {
    metadata: { ...combined(known, metadata), title, ...noticesIn(blocks) },
    blocks,
    setAside,
    warnings,
  };
}

/** What the format says goes before what its words say; only of authors the words may know the roles. */
function combined(words: Partial<Metadata> & Pick<Metadata, "authors">, format: Partial<Metadata>) {
  const authors = format.authors?.map((author) => ({
    ...words.authors.find(({ name }) => name === author.name),
    ...author,
  }));
  return { ...words, ...format, authors: authors ?? words.authors };
}
