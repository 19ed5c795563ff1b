/** The beginning of a comment, for lists. Pure. */

/** Longest excerpt of a comment in a list, in UTF-16 code units. */
const excerptLength = 240;

/**
 * The beginning of the text, on one line.
 * @param most its length, in UTF-16 code units
 */
export function excerptOf(text: string, most = excerptLength): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  const space = line.lastIndexOf(" ", most);
  const cut = line.slice(0, space > most / 2 ? space : most);
  return `${cut.replace(/[\uD800-\uDBFF]$/, "").trimEnd()}…`;
}
