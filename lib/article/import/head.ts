/** Judges the article's head: its title, who published and wrote it and when, and its standfirst. */
import type { Metadata } from "../schema";
import { readCaption } from "./captions";
import { type HeadLine, readHeadLine } from "./head-line";
import { countWords, folded, isHeadingShaped, isNameShaped, isProse, namesRole } from "./shapes";
import { type Decisions, decide, isVerbatim, type Judged, type Unit } from "./unit";

/** A head is this many paragraphs at most. */
const longestHead = 40;
const mostTitleWords = 30;
/** A standfirst (in words) may always be short, may be as long as the article's usual paragraph, and is never longer. */
const standfirstWords = { short: 20, most: 45 };
/** What a page puts behind its title: " | Publisher". */
const titleSuffix = /\s+[|–—·-]\s+([^|–—·]{2,60})$/u;

interface JudgedHead extends Judged {
  /** No title when none was recognised. */
  metadata: Partial<Metadata>;
}

interface Placed {
  unit: Unit;
  index: number;
}

interface Title {
  text: string;
  /** Where it stands first; null when it was given and the source doesn't have it. */
  at: number | null;
  publisher?: string;
}

/** Recognises the head. Every line that became metadata is set aside with that reason, so that it can be put back. */
export function judgeHead(units: readonly Unit[], givenTitle?: string): JudgedHead {
  const open = units.flatMap((unit, index) => (unit.aside === null ? [{ unit, index }] : []));
  const head = open.slice(0, longestHead);
  const title = findTitle(head, givenTitle);
  if (title === null) return { units, metadata: {}, warnings: [] };
  if (title.at === null) return { units, metadata: { title: title.text }, warnings: [] };

  const at = head.findIndex(({ index }) => index === title.at);
  const above = judgeAbove(head.slice(0, at), title);
  const below = judgeBelow(head.slice(at + 1), title, medianProse(open));
  const decisions: Decisions = new Map([[title.at, { aside: "metadata" }], ...above.decisions, ...below.decisions]);
  const publisher = title.publisher ?? above.publisher;
  return {
    units: decide(units, decisions),
    metadata: { title: title.text, ...(publisher && { publisher }), ...below.metadata },
    warnings: below.warnings,
  };
}

/** Whether the line is the title, or the title and the site's name. */
function asTitle(line: string, title: string): { publisher?: string } | null {
  const key = folded(title);
  if (folded(line) === key) return {};
  const suffix = titleSuffix.exec(line);
  if (suffix === null || folded(line.slice(0, suffix.index)) !== key) return null;
  return { publisher: suffix[1] };
}

function findTitle(head: readonly Placed[], given: string | undefined): Title | null {
  if (given !== undefined) {
    const own = head.find(({ unit }) => asTitle(unit.text, given));
    return { text: given, at: own?.index ?? null };
  }
  const candidates = head.filter(({ unit }) => unit.text.length < 300 && countWords(unit.text) <= mostTitleWords);
  for (const { unit, index } of candidates) {
    if (countWords(unit.text) < 2) continue;
    const again = candidates.find((other) => other.index > index && sameTitle(unit.text, other.unit.text));
    if (again === undefined || proseBetween(head, index, again.index) > 1) continue;
    if (proseBetween(head, -1, index) > (isProse(unit.text) ? 0 : 1)) continue;
    const [text, full] =
      unit.text.length <= again.unit.text.length ? [unit.text, again.unit.text] : [again.unit.text, unit.text];
    return { text, at: index, ...asTitle(full, text) };
  }
  const first = head[0];
  const heading = head.find(
    ({ unit }) => unit.form.type === "heading" && (unit.form.level === 1 || unit === first?.unit),
  );
  if (heading !== undefined && proseBetween(head, -1, heading.index) === 0) {
    return { text: heading.unit.text, at: heading.index };
  }
  const isTitle = first?.unit.form.type === "line" && head.length > 1 && isTitleShaped(first.unit.text);
  return first !== undefined && isTitle ? { text: first.unit.text, at: first.index } : null;
}

const sameTitle = (line: string, other: string) => asTitle(line, other) !== null || asTitle(other, line) !== null;

const isTitleShaped = (text: string) => (isHeadingShaped(text) || !isProse(text)) && countWords(text) <= mostTitleWords;

function proseBetween(head: readonly Placed[], start: number, end: number): number {
  return head.filter(({ unit, index }) => index > start && index < end && isProse(unit.text)).length;
}

/** Lines above the title: the publisher's name, and the way there through the site. Prose up there stays. */
function judgeAbove(above: readonly Placed[], title: Title): { decisions: Decisions; publisher?: string } {
  const decisions: Decisions = new Map();
  const lines = above.filter(({ unit }) => !isProse(unit.text) && !isVerbatim(unit));
  const publisher =
    title.publisher ?? lines.find(({ unit }) => isHeadingShaped(unit.text) && !readHeadLine(unit.text))?.unit.text;
  for (const { unit, index } of lines) {
    decisions.set(index, { aside: unit.text === publisher ? "metadata" : "navigation" });
  }
  return { decisions, publisher };
}

/** Lines between the title and the first paragraph: the title again, dates, names, the standfirst, a picture's caption. */
function judgeBelow(
  below: readonly Placed[],
  title: Title,
  usualWords: number,
): { decisions: Decisions; metadata: Partial<Metadata>; warnings: string[] } {
  const decisions: Decisions = new Map();
  const found: HeadLine = { authors: [] };
  let standfirst: Placed | null = null;
  let isStandfirst = false;
  for (const [position, { unit, index }] of below.entries()) {
    const line = readHeadLine(unit.text) ?? readNameLine(unit.text, below[position + 1]?.unit.text ?? "");
    const author = found.authors.at(-1);
    if (asTitle(unit.text, title.text) !== null) {
      decisions.set(index, { aside: "repeated-title" });
    } else if (line !== null) {
      merge(found, line);
      decisions.set(index, { aside: "metadata" });
    } else if (author !== undefined && author.role === undefined && namesRole(unit.text)) {
      author.role = unit.text;
      decisions.set(index, { aside: "metadata" });
    } else if (readCaption(unit.text) === null) {
      if (standfirst !== null || !mayBeStandfirst(unit, usualWords)) break;
      standfirst = { unit, index };
      continue;
    }
    isStandfirst = standfirst !== null;
  }
  if (standfirst !== null && isStandfirst) decisions.set(standfirst.index, { aside: "metadata" });
  const { authors, publishedOn, updatedOn, ambiguousDate } = found;
  return {
    decisions,
    metadata: {
      authors,
      ...(standfirst !== null && isStandfirst && { standfirst: standfirst.unit.text }),
      ...(publishedOn && { publishedOn }),
      ...(updatedOn && { updatedOn }),
    },
    warnings: ambiguousDate ? [`“${ambiguousDate}” can be read as two different days, so no date was filled in.`] : [],
  };
}

/** A name alone on its line, with a date or a role under it. */
function readNameLine(text: string, next: string): HeadLine | null {
  return isNameShaped(text) && (readHeadLine(next) !== null || namesRole(next)) ? { authors: [{ name: text }] } : null;
}

function merge(found: HeadLine, line: HeadLine): void {
  found.authors.push(...line.authors);
  found.publishedOn ??= line.publishedOn;
  found.updatedOn ??= line.updatedOn;
  found.ambiguousDate ??= line.ambiguousDate;
}

function mayBeStandfirst(unit: Unit, usualWords: number): boolean {
  const { text, form } = unit;
  const count = countWords(text);
  const most = Math.min(standfirstWords.most, Math.max(standfirstWords.short, usualWords));
  return form.type !== "list-item" && !isVerbatim(unit) && count >= 4 && count <= most;
}

function medianProse(open: readonly Placed[]): number {
  const counts = open.filter(({ unit }) => isProse(unit.text)).map(({ unit }) => countWords(unit.text));
  return counts.sort((a, b) => a - b)[counts.length >> 1] ?? 0;
}
