/** A paragraph's words with what stands out in them, before its marks have their final places. */
import { tidyWithOffsets } from "./tidy";
import type { DraftMark } from "./unit";

/** A mark before units have their places: a footnote's still goes by its label. */
export type LabelledMark =
  | Exclude<DraftMark, { type: "footnote" }>
  | { type: "footnote"; start: number; end: number; label: string };

export interface Inline {
  text: string;
  marks: LabelledMark[];
}

/** Links lead to the web or to a mailbox; anything else (`javascript:`, `data:`, …) is no link. */
export function isSafeLink(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(href);
}

/** The words on one line, and the marks moved with them, outer ones first. */
export function tidied(raw: string, marks: readonly LabelledMark[]): Inline {
  const { text, offsetOf } = tidyWithOffsets(raw);
  return {
    text,
    marks: marks
      .map((mark) => ({ ...mark, start: offsetOf(mark.start), end: offsetOf(mark.end) }))
      .filter((mark) => mark.end > mark.start)
      .sort((a, b) => a.start - b.start || b.end - a.end),
  };
}

/** The marks with footnotes by their place among the units; a mark that leads nowhere is plain text. */
export function linkedMarks(marks: readonly LabelledMark[], noteAt: ReadonlyMap<string, number>): DraftMark[] {
  return marks.flatMap((mark): DraftMark[] => {
    if (mark.type !== "footnote") return [mark];
    const note = noteAt.get(mark.label);
    return note === undefined ? [] : [{ type: "footnote", start: mark.start, end: mark.end, note }];
  });
}
