/** What the readers of each source format hand to the judges: the source's paragraphs in order, each with its fate so far. */
import type { Mark, SetAside } from "../schema";

/** A mark before blocks have ids: a footnote's mark names its footnote by position among the units. */
export type DraftMark =
  | Exclude<Mark, { type: "footnote" }>
  | { type: "footnote"; start: number; end: number; note: number };

/** What the source's own format says a paragraph is; `line` when the format can't say (plain text). */
export type Form =
  | { type: "line" }
  | { type: "paragraph" }
  | { type: "heading"; level: number }
  | { type: "quote" }
  | { type: "list-item"; ordered: boolean; depth: number }
  | { type: "caption"; credit?: string }
  | { type: "footnote"; mark: string }
  | { type: "pull-quote"; repeats: number }
  | { type: "code" }
  | { type: "table-row"; table: number; isHeader: boolean; cells: { start: number; end: number }[] };

/** One paragraph of the source, tidied. */
export interface Unit {
  text: string;
  marks: DraftMark[];
  form: Form;
  /** Lines that no blank line parts share a group. */
  group: number;
  /** Why it doesn't belong to the article; null while it does. */
  aside: SetAside["reason"] | null;
}

/** What a judge wants changed, by the unit's position. */
export type Decisions = Map<number, Partial<Pick<Unit, "text" | "marks" | "form" | "aside">>>;

/** What a judge returns: the units with its decisions, and its doubts in words. */
export interface Judged {
  units: readonly Unit[];
  warnings: string[];
}

/** The units with the decisions applied; the others are the same objects. */
export function decide(units: readonly Unit[], decisions: Decisions): readonly Unit[] {
  if (decisions.size === 0) return units;
  return units.map((unit, index) => {
    const decision = decisions.get(index);
    return decision === undefined ? unit : { ...unit, ...decision };
  });
}

/** Whether the words are no running text: their shape and repetition say nothing. */
export function isVerbatim({ form }: Pick<Unit, "form">): boolean {
  return form.type === "code" || form.type === "table-row";
}

/** Sets aside, for the reason that `reasonOf` gives, units that nobody has set aside yet. Code and tables are never judged. */
export function setAside(
  units: readonly Unit[],
  reasonOf: (unit: Unit, index: number) => SetAside["reason"] | null,
): Decisions {
  const decisions: Decisions = new Map();
  units.forEach((unit, index) => {
    const aside = unit.aside === null && !isVerbatim(unit) ? reasonOf(unit, index) : null;
    if (aside !== null) decisions.set(index, { aside });
  });
  return decisions;
}

/** The text without its first `length` code units, and the marks moved with it. */
export function cutStart({ text, marks }: Pick<Unit, "text" | "marks">, length: number): Pick<Unit, "text" | "marks"> {
  const rest = text.slice(length);
  const cut = length + (rest.length - rest.trimStart().length);
  return {
    text: rest.trim(),
    marks: marks
      .map((mark) => ({ ...mark, start: Math.max(0, mark.start - cut), end: mark.end - cut }))
      .filter((mark) => mark.end > mark.start),
  };
}

/** The text up to `length` code units, and the marks within. */
export function cutEnd({ text, marks }: Pick<Unit, "text" | "marks">, length: number): Pick<Unit, "text" | "marks"> {
  const kept = text.slice(0, length).trimEnd();
  return {
    text: kept,
    marks: marks
      .map((mark) => ({ ...mark, end: Math.min(mark.end, kept.length) }))
      .filter((mark) => mark.end > mark.start),
  };
}
