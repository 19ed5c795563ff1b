/** Reads a text file that a person chose or dropped. */
import type { Source } from "@/lib/article/schema";
import { AppError } from "@/lib/errors";

/** Nothing longer is sent, so nothing longer is read, in bytes. */
const largest = 6_000_000;
const markdownName = /\.(?:md|markdown|mdown)$/i;

/**
 * The file's text, and whether its name says that it is Markdown.
 * @throws AppError `too-large`
 */
export async function readTextFile(file: File): Promise<Pick<Source, "kind" | "content">> {
  if (file.size > largest) {
    throw new AppError(
      "too-large",
      `“${file.name}” is larger than ${largest / 1_000_000} MB. Choose a smaller file, or paste a part of it.`,
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const content = new TextDecoder(encodingOf(bytes)).decode(bytes);
  return { kind: markdownName.test(file.name) ? "markdown" : "text", content };
}

/** What the byte order mark says; UTF-8 without one. */
function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
