/** Finds the words of a pull quote in the paragraph that it repeats. Pure; apart from repeats.ts because anchoring is large. */
import { anchor, describe } from "@/lib/anchoring";
import type { Passage } from "./order";
import type { Repeat } from "./repeats";

/** The same words in the body; null when it isn't clear which they are. */
export function passageInBody(text: string, { quote, body }: Repeat, passage: Passage): Passage | null {
  const quoted = text.slice(quote.start, quote.end);
  const selector = describe(quoted, passage.start - quote.start, passage.end - quote.start);
  const { state, start, end } = anchor(text.slice(body.start, body.end), selector);
  if (state === "ambiguous" || start === null || end === null) return null;
  return { start: body.start + start, end: body.start + end };
}
