/** Turns bytes into characters, finding out in which encoding they are. */
import { analyse } from "chardet";
import { AppError } from "@/lib/errors";

interface Hints {
  /** The encoding that the server named. */
  charset?: string;
  /** Whether the text may name its own encoding as HTML does. */
  isHtml?: boolean;
}

/** What chardet is shown, in bytes. */
const sampled = 64 * 1024;
/** How far into a page its encoding is named, in bytes (HTML's own rule). */
const prescanned = 1024;
/** A guess below this (percent) is no better than the encoding that most old Western text is in. */
const leastConfidence = 20;
const usual = "windows-1252";

/**
 * The text that the bytes are in. In this order: what a byte order mark says, what the server or the page says and is
 * true, UTF-8 when it is valid, UTF-16 by its zeros, and what the bytes look like.
 *
 * @throws AppError `invalid-input` when they are no text
 */
export function decode(bytes: Uint8Array, { charset, isHtml = false }: Hints = {}): string {
  const marked = encodingOfMark(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  for (const label of [charset, isHtml ? namedInPage(bytes) : undefined, "utf-8"]) {
    const text = label === undefined ? null : strictly(label, bytes);
    if (text !== null && !text.includes("\0")) return text;
  }
  if (bytes.includes(0)) {
    const wide = encodingOfZeros(bytes);
    const text = wide === null ? null : strictly(wide, bytes);
    if (text === null || text.includes("\0")) throw notText();
    return text;
  }
  const guesses = analyse(bytes.subarray(0, sampled)).filter(({ confidence }) => confidence >= leastConfidence);
  for (const { name } of guesses) {
    // Every byte means something in ISO-8859-1; what is called so is windows-1252 in truth, as browsers know.
    const text = strictly(name === "ISO-8859-1" ? usual : name, bytes);
    if (text !== null) return text;
  }
  return new TextDecoder(usual).decode(bytes);
}

function encodingOfMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

/** Text in Latin letters is half zeros in UTF-16, all of them at even places or all at odd ones. */
function encodingOfZeros(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, sampled);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even++;
    else odd++;
  });
  const many = sample.length / 8;
  if (odd > many && even < odd / 8) return "utf-16le";
  return even > many && odd < even / 8 ? "utf-16be" : null;
}

function namedInPage(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, prescanned));
  return /<meta\s[^>]*?charset\s*=\s*["']?([\w:-]{2,30})/i.exec(start)?.[1];
}

/** The text when the bytes are valid in the encoding; null when they aren't, or nobody knows the encoding. */
function strictly(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What to say of bytes that aren't text. */
export function notText(): AppError {
  return new AppError(
    "invalid-input",
    "This doesn't read as text: it may be a picture, a program or a document of another kind. Nothing was saved. Choose a text, Markdown, HTML, Word (.docx) or PDF file, or paste the words.",
  );
}
