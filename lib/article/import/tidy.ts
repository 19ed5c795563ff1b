/** Makes spaces plain and takes out characters that nobody sees, telling where every remaining character came from. */

/** Soft hyphens, zero-width spaces and joiners of words, directional overrides (which make text read other than it is), controls. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose.
const unseen = /[\u00AD\u180E\u200B\u2060\uFEFF\u202A-\u202E\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/
  .source;
/** Joiners shape emoji and many scripts; after these characters they shape nothing. */
const idleJoiner = /(?<=^|[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{N}\p{P}\s])[\u200C\u200D]/u.source;
/** Directional marks and isolates: they order words where right-to-left letters stand, and are noise elsewhere. */
const direction = /[\u200E\u200F\u061C\u2066-\u2069]/.source;
const rightToLeft = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}]/u;

const untidyWithDirection = new RegExp(`(?:\\s|${unseen}|${idleJoiner})+`, "gu");
const untidy = new RegExp(`(?:\\s|${unseen}|${idleJoiner}|${direction})+`, "gu");

interface Tidied {
  text: string;
  /** Where the character at this offset of the untidied text is now (code units). */
  offsetOf: (offset: number) => number;
}

/** The text on one line, every run of spaces of any kind a single ordinary one, none at the ends. */
export function tidy(text: string): string {
  return tidyWithOffsets(text).text;
}

/** As `tidy`, for text that carries marks. */
export function tidyWithOffsets(source: string): Tidied {
  const text = source.toWellFormed();
  const pattern = rightToLeft.test(text) ? untidyWithDirection : untidy;
  /** Every change: from `end` on, an offset is `shift` smaller than it was. */
  const changes: { start: number; end: number; shift: number }[] = [];
  let shift = 0;
  const tidied = text.replace(pattern, (run, start: number) => {
    const end = start + run.length;
    const isInside = start > 0 && end < text.length;
    const space = isInside && /\s/.test(run.replaceAll("\uFEFF", "")) ? " " : "";
    if (run === space) return space;
    shift += run.length - space.length;
    changes.push({ start, end, shift });
    return space;
  });

  const offsetOf = (offset: number): number => {
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((changes[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const before = changes[low - 1]?.shift ?? 0;
    const inside = changes[low];
    const at = inside !== undefined && offset > inside.start ? inside.start : offset;
    return Math.max(0, Math.min(at - before, tidied.length));
  };
  return { text: tidied, offsetOf };
}

/** Code keeps its line breaks and indents; only what nobody sees goes. */
export function tidyCode(text: string): string {
  return text
    .toWellFormed()
    .replace(new RegExp(`${unseen}|${direction}`, "gu"), "")
    .replace(/\r\n?/g, "\n");
}
