/** Judges lines that stand again and again. */
import { folded, isProse, shortened } from "./shapes";
import { type Decisions, decide, isVerbatim, type Judged, type Unit } from "./unit";

const often = 3;
const longestLine = 1000;

/**
 * A line that stands three times or more in a row is kept once and its repeats set aside. Prose that recurs apart may be
 * a refrain or a banner: it is kept, with a warning.
 */
export function judgeRepeats(units: readonly Unit[]): Judged {
  const lines = new Map<string, { count: number; text: string }>();
  const decisions: Decisions = new Map();
  let run = { key: "", length: 0 };
  units.forEach((unit, index) => {
    const { text, aside } = unit;
    if (aside !== null) return;
    const key = isVerbatim(unit) || text.length > longestLine ? "" : folded(text);
    run = key !== "" && key === run.key ? { key, length: run.length + 1 } : { key, length: 1 };
    if (run.length === often)
      for (let back = 1; back < often - 1; back++) decisions.set(index - back, { aside: "repeated" });
    if (run.length >= often) decisions.set(index, { aside: "repeated" });
    const line = lines.get(key);
    if (line !== undefined) line.count++;
    else if (key !== "") lines.set(key, { count: 1, text });
  });
  const warnings = [...lines.values()]
    .filter(({ count, text }) => count >= often && isProse(text))
    .map(({ count, text }) => `Stands ${count} times, and may not belong to the article: “${shortened(text)}”`);
  return { units: decide(units, decisions), warnings };
}
