/** Joins a table's cells into one row of text that knows where each cell is. */
import type { Inline } from "./inline";
import type { Form } from "./unit";

const cellBreak = " | ";

interface Row extends Inline {
  form: Extract<Form, { type: "table-row" }>;
  aside: null;
}

/** The row as one paragraph; an empty one when no cell has words. */
export function rowOf(cells: readonly Inline[], place: { table: number; isHeader: boolean }): Row {
  const row: Row = { text: "", marks: [], form: { type: "table-row", ...place, cells: [] }, aside: null };
  if (cells.every(({ text }) => text === "")) return row;
  cells.forEach(({ text, marks }, index) => {
    if (index > 0) row.text = `${row.text.trimEnd()}${cellBreak}`;
    const start = row.text.length;
    row.text += text;
    row.form.cells.push({ start, end: row.text.length });
    row.marks.push(...marks.map((mark) => ({ ...mark, start: mark.start + start, end: mark.end + start })));
  });
  return row;
}
