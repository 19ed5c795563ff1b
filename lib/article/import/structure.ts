/** Recognises headings, list items and captions in text whose format doesn't say. */
import { readCaption } from "./captions";
import { countWords, endsSentence, isHeadingShaped, isProse } from "./shapes";
import { cutEnd, cutStart, type Decisions, decide, type Form, type Unit } from "./unit";

const bullet = /^[•▪◦‣·*-]\s+(?=\S)/;
const number = /^(\d{1,3})[.)]\s+(?=\S)/;

/** Gives every remaining line its form. What looks like nothing else is a paragraph. */
export function judgeStructure(units: readonly Unit[]): readonly Unit[] {
  const decisions: Decisions = new Map();
  const open = units.flatMap((unit, index) => (unit.aside === null ? [{ unit, index }] : []));
  const versesBy = groupsOfShortLines(units);
  open.forEach(({ unit, index }, position) => {
    if (mayBeCaption(unit)) {
      const caption = readCaption(unit.text);
      if (caption !== null) {
        decisions.set(index, { ...cutEnd(unit, caption.length), form: { type: "caption", credit: caption.credit } });
        return;
      }
    }
    if (unit.form.type !== "line") return;
    const item = listItem(unit.text, open[position - 1]?.unit.text, open[position + 1]?.unit.text);
    if (item !== null) {
      decisions.set(index, { ...cutStart(unit, item.markLength), form: item.form });
      return;
    }
    const isHeading =
      isHeadingShaped(unit.text) &&
      !versesBy.has(unit.group) &&
      leadsToText(open, position) &&
      !endsAsStatement(unit.text);
    decisions.set(index, { form: isHeading ? { type: "heading", level: 2 } : { type: "paragraph" } });
  });
  return decide(units, decisions);
}

function mayBeCaption({ form }: Unit): boolean {
  return form.type === "line" || form.type === "paragraph" || form.type === "caption";
}

/** Groups of lines that are mostly short: verse, addresses, tables. None of their lines is a heading. */
function groupsOfShortLines(units: readonly Unit[]): Set<number> {
  const sizes = new Map<number, { lines: number; prose: number }>();
  for (const { group, text, aside } of units) {
    if (aside !== null) continue;
    const size = sizes.get(group) ?? { lines: 0, prose: 0 };
    sizes.set(group, { lines: size.lines + 1, prose: size.prose + (isProse(text) ? 1 : 0) });
  }
  return new Set([...sizes].filter(([, { lines, prose }]) => lines > 1 && prose < lines / 2).map(([group]) => group));
}

/** Whether prose, or a list, follows, at most one other heading in between. */
function leadsToText(open: readonly { unit: Unit }[], position: number): boolean {
  for (const { unit } of open.slice(position + 1, position + 3)) {
    if (isProse(unit.text) || unit.form.type !== "line" || bullet.test(unit.text) || number.test(unit.text))
      return true;
    if (!isHeadingShaped(unit.text)) return false;
  }
  return false;
}

/** A full stop ends no heading; a question or an exclamation may. */
function endsAsStatement(text: string): boolean {
  return endsSentence(text) && !/[?!？！]\W*$/.test(text);
}

/** A line with a bullet, or with a number that follows on, and a neighbour like it. */
function listItem(text: string, before = "", after = ""): { markLength: number; form: Form } | null {
  const mark = bullet.exec(text)?.[0];
  if (mark !== undefined && (bullet.exec(before)?.[0] === mark || bullet.exec(after)?.[0] === mark)) {
    return { markLength: mark.length, form: { type: "list-item", ordered: false, depth: 0 } };
  }
  const own = number.exec(text);
  if (own === null) return null;
  const follows = (a: string, b: number) => Number(number.exec(a)?.[1] ?? Number.NaN) === b;
  const isItem = countWords(text) > 1 && (follows(before, Number(own[1]) - 1) || follows(after, Number(own[1]) + 1));
  return isItem ? { markLength: own[0].length, form: { type: "list-item", ordered: true, depth: 0 } } : null;
}
