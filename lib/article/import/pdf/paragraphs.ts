/** Puts a PDF's lines together into paragraphs, and finds what stands on every page. Pure. */
import { endsSentence, folded } from "../shapes";
import { tidy } from "../tidy";
import type { Unit } from "../unit";
import type { Line } from "./lines";

/** Letters larger than the text's by this factor make a heading. */
const headingSize = 1.15;
/** A gap between lines larger than the usual by this factor parts paragraphs. */
const paragraphGap = 1.35;
/** A first line that begins this many letter sizes further right opens a paragraph. */
const indent = 0.8;
/** A line ending this many letter sizes before the column's end is a paragraph's last. */
const shortLine = 6;
/** Lines at a page's top or bottom that stand on this many pages are the pages' own. */
const oftenOnPages = 3;
/** How many lines from a page's edge are looked at. */
const edge = 2;

export function paragraphsOf(lines: readonly Line[]): Unit[] {
  const bodySize = usual(lines.map(({ size, text }) => ({ value: size, weight: text.length })));
  const usualGap = usual(gapsOf(lines).map((value) => ({ value, weight: 1 })));
  const running = runningLines(lines);
  const columnEnd = (line: Line) => columnEnds.get(`${line.page} ${Math.round(line.x / 20)}`) ?? line.right;
  const columnEnds = new Map<string, number>();
  for (const { page, x, right } of lines) {
    const key = `${page} ${Math.round(x / 20)}`;
    columnEnds.set(key, Math.max(columnEnds.get(key) ?? 0, right));
  }

  const units: Unit[] = [];
  const open: { lines: Line[] } = { lines: [] };
  const flush = () => {
    const [first] = open.lines;
    if (first === undefined) return;
    const text = tidy(joined(open.lines));
    const isHeading = first.size >= bodySize * headingSize && text.length < 300;
    const level = first.size >= bodySize * 1.6 ? 1 : 2;
    const form: Unit["form"] = isHeading ? { type: "heading", level } : { type: "line" };
    if (text !== "") units.push({ text, marks: [], form, group: units.length, aside: null });
    open.lines = [];
  };
  for (const line of lines) {
    if (running.has(line)) {
      // Between two pages a sentence may go on: what stands there is set aside before the paragraph that it interrupts.
      units.push({ text: tidy(line.text), marks: [], form: { type: "line" }, group: units.length, aside: "repeated" });
      continue;
    }
    const last = open.lines.at(-1);
    if (last !== undefined && !goesOn(last, line, { usualGap, columnEnd: columnEnd(last) })) flush();
    open.lines.push(line);
  }
  flush();
  return units;
}

function goesOn(last: Line, line: Line, { usualGap, columnEnd }: { usualGap: number; columnEnd: number }): boolean {
  if (Math.abs(last.size - line.size) > 0.06 * last.size + 0.3) return false;
  const gap = last.y - line.y;
  // Another page or column: a sentence that hasn't ended goes on there.
  if (line.page !== last.page || gap < 0) return !endsSentence(last.text) && !/^[•▪–-]\s/.test(line.text);
  if (usualGap > 0 && gap > usualGap * paragraphGap) return false;
  if (line.x > last.x + indent * line.size && endsSentence(last.text)) return false;
  return !(endsSentence(last.text) && last.right < columnEnd - shortLine * last.size);
}

/** A hyphen at a line's end, between small letters, parts a word. */
function joined(lines: readonly Line[]): string {
  return lines.reduce((text, line) => {
    const next = line.text.trimStart();
    if (/\p{Ll}[-\u00AD\u2010]$/u.test(text) && /^\p{Ll}/u.test(next)) return text.slice(0, -1) + next;
    return text === "" ? next : `${text.trimEnd()} ${next}`;
  }, "");
}

/** Page numbers, and lines that stand at the edge of several pages (whatever number is in them). */
function runningLines(lines: readonly Line[]): Set<Line> {
  const pages = [...Map.groupBy(lines, ({ page }) => page).values()];
  const atEdge = pages.map((page) => {
    const byHeight = page.toSorted((a, b) => b.y - a.y);
    return [...new Set([...byHeight.slice(0, edge), ...byHeight.slice(-edge)])];
  });
  const keyOf = ({ text }: Line) => folded(text).replace(/\d+/g, "#");
  const counts = new Map<string, number>();
  for (const page of atEdge) for (const key of new Set(page.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isRunning = (line: Line) => (counts.get(keyOf(line)) ?? 0) >= oftenOnPages;
  return new Set(atEdge.flat().filter(isRunning));
}

function gapsOf(lines: readonly Line[]): number[] {
  return lines.flatMap((line, index) => {
    const last = lines[index - 1];
    const gap = last !== undefined && last.page === line.page ? last.y - line.y : 0;
    return gap > 0 && gap < line.size * 3 ? [gap] : [];
  });
}

/** The value with the most weight, to half a point. */
function usual(values: readonly { value: number; weight: number }[]): number {
  const weights = new Map<number, number>();
  for (const { value, weight } of values) {
    const rounded = Math.round(value * 2) / 2;
    weights.set(rounded, (weights.get(rounded) ?? 0) + weight);
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
