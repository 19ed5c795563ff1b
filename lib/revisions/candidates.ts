/** The places that a highlight in doubt may belong to, for somebody to choose from. Pure. */
import { describe, type Selector } from "@/lib/anchoring";

/** More than this nobody compares; the passage can be selected in the text instead. */
const most = 6;

/**
 * The best guess and every other place where the same words stand, in the order of the text.
 * @param exact the words of the passage that was looked for
 */
export function candidatesIn(text: string, exact: string, guess: Selector): Selector[] {
  const found = new Map([[guess.start, guess]]);
  for (let at = text.indexOf(exact); exact !== "" && at !== -1 && found.size < most; at = text.indexOf(exact, at + 1)) {
    if (!found.has(at)) found.set(at, describe(text, at, at + exact.length));
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}
