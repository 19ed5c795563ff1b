/** The beginning of a comment, for lists. Pure. */

/** Longest excerpt of a comment in a list, in UTF-16 code units. */
const excerptLength = 240;

/** The beginning of the text, on one line. */
export function excerptOf(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= excerptLength) return line;
  const space = line.lastIndexOf(" ", excerptLength);
  const cut = line.slice(0, space > excerptLength / 2 ? space : excerptLength);
  return `${cut.replace(/[\uD800-\uDBFF]$/, "").trimEnd()}…`;
}
