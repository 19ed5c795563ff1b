/** Puts a PDF page's pieces of text together into lines, in the order in which the file draws them. Pure. */

/** A piece of text as pdf.js finds it. Lengths are in points; y grows upward. */
export interface TextPiece {
  text: string;
  x: number;
  y: number;
  width: number;
  /** The size of its letters. */
  size: number;
}

export interface Line {
  text: string;
  x: number;
  y: number;
  /** Where it ends. */
  right: number;
  size: number;
  page: number;
}

/** How far apart, in letter sizes, pieces may stand and be one word, and how far off the line's height. */
const wordGap = 0.18;
const heightOff = 0.4;
/** A jump to the right this wide is another column. */
const columnGap = 4;
const ligatures: Record<string, string> = { ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl", ﬅ: "st", ﬆ: "st" };

export function linesOf(pieces: readonly TextPiece[], page: number): Line[] {
  const lines: Line[] = [];
  for (const { text, x, y, width, size } of pieces) {
    if (text.trim() === "") continue;
    const words = text.replace(/[ﬀ-ﬆ]/g, (letter) => ligatures[letter] ?? letter);
    const line = lines.at(-1);
    const gap = line === undefined ? 0 : x - line.right;
    const continues =
      line !== undefined &&
      // Raised marks of notes are smaller and stand a little higher.
      Math.abs(line.y - y) <= heightOff * Math.max(line.size, size) &&
      gap > -size &&
      gap < columnGap * size;
    if (!continues) lines.push({ text: words, x, y, right: x + width, size, page });
    else {
      const isApart = gap > wordGap * size && !/\s$/.test(line.text) && !/^\s/.test(words);
      line.text += (isApart ? " " : "") + words;
      line.right = x + width;
      line.size = Math.max(line.size, size);
    }
  }
  return lines;
}
