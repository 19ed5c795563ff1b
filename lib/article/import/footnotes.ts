/** Links a footnote to its mark in the text above it. */
import { cutStart, type Decisions, type DraftMark, decide, isVerbatim, type Unit } from "./unit";

/** A paragraph that begins with a mark. */
const noteStart = /^(\*{1,3}|[†‡§]{1,3}|\[(?:\d{1,3}|\*)\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})\s*(?=[\p{L}\p{N}\p{Ps}\p{Pi}"'])/u;
/** A mark behind a word, a stop or a bracket, with nothing but a stop or a space after it. */
const markInText =
  /(?<=[\p{L}\p{N}\p{Pe}\p{Pf}.,;:!?%"'])(\*{1,3}|[†‡§]{1,3}|\[(?:\d{1,3}|\*)\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})(?=[\s.,;:!?\p{Pe}\p{Pf}\p{Pd}"']|$)/gu;

/** Turns paragraphs into footnotes when a mark in an earlier paragraph leads to them. A star that leads nowhere stays a star. */
export function judgeFootnotes(units: readonly Unit[]): readonly Unit[] {
  const decisions: Decisions = new Map();
  /** Marks seen that no note has answered yet. */
  const waiting = new Map<string, { index: number; start: number; end: number }[]>();
  const marks = new Map<number, DraftMark[]>();

  units.forEach((unit, index) => {
    if (unit.aside !== null || isVerbatim(unit)) return;
    const note = noteStart.exec(unit.text);
    const mark = note?.[1] ?? "";
    const places = waiting.get(mark);
    const isNote =
      note !== null && places !== undefined && isOpenForm(unit) && !unit.text.includes(mark, note[0].length);
    if (isNote) {
      waiting.delete(mark);
      decisions.set(index, { ...cutStart(unit, note[0].length), form: { type: "footnote", mark } });
      for (const { index: at, start, end } of places) {
        marks.set(at, [...(marks.get(at) ?? []), { type: "footnote", start, end, note: index }]);
      }
      return;
    }
    for (const found of unit.text.matchAll(markInText)) {
      const key = found[1] ?? "";
      const list = waiting.get(key) ?? [];
      list.push({ index, start: found.index, end: found.index + key.length });
      waiting.set(key, list);
    }
  });
  for (const [index, added] of marks) {
    decisions.set(index, { ...decisions.get(index), marks: [...(units[index]?.marks ?? []), ...added] });
  }
  return decide(units, decisions);
}

const isOpenForm = ({ form }: Unit) => form.type === "line" || form.type === "paragraph";
