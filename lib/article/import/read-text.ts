/** Reads plain text into units: one per paragraph, lines wrapped by a mail program or book joined again. */
import { tidy } from "./tidy";
import type { Unit } from "./unit";

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028]/;
const paragraphBreak = /\u2029/g;
/** Lines of rules and stars part paragraphs and say nothing. */
const ornament = /^[\s*_~=#•·.–—-]+$/;
const underline = /^(?:={3,}|-{3,})$/;
/** Widths at which programs wrap. */
const narrowest = 40;
const widest = 120;

interface Line {
  text: string;
  isUnderlined: boolean;
}

/** The text's paragraphs in order. Nothing of it is left out but empty lines and ornaments. */
export function readText(content: string): Unit[] {
  const units: Unit[] = [];
  groupsOf(content).forEach((lines, group) => {
    for (const { text, isUnderlined } of isWrapped(lines) ? [joined(lines)] : lines) {
      const form: Unit["form"] = isUnderlined ? { type: "heading", level: 2 } : { type: "line" };
      units.push({ text, marks: [], form, group, aside: null });
    }
  });
  return units;
}

/** Lines with words, in groups parted by blank lines and ornaments. */
function groupsOf(content: string): Line[][] {
  const groups: Line[][] = [[]];
  for (const raw of content.replace(paragraphBreak, "\n\n").split(lineBreak)) {
    const text = tidy(raw);
    const group = groups.at(-1) ?? [];
    const above = group.at(-1);
    if (above !== undefined && group.length === 1 && underline.test(text)) {
      above.isUnderlined = true;
      groups.push([]);
    } else if (text === "" || ornament.test(text)) {
      groups.push([]);
    } else {
      group.push({ text, isUnderlined: false });
    }
  }
  return groups.filter((group) => group.length > 0);
}

/**
 * Whether a program broke the lines: each was broken only where the next word no longer fitted, and at least one goes on
 * in lower case. Equal lines are no paragraph.
 */
function isWrapped(lines: readonly Line[]): boolean {
  if (lines.length < 2 || new Set(lines.map((line) => line.text)).size < lines.length) return false;
  const width = lines.reduce((most, line) => Math.max(most, line.text.length), 0);
  if (width < narrowest || width > widest) return false;
  let goesOn = false;
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = lines[index]?.text ?? "";
    const next = lines[index + 1]?.text ?? "";
    const nextWord = next.split(" ", 1)[0] ?? "";
    if (line.length + 1 + nextWord.length <= width) return false;
    goesOn ||= /^\p{Ll}/u.test(next);
  }
  return goesOn;
}

function joined(lines: readonly Line[]): Line {
  return { text: lines.map((line) => line.text).join(" "), isUnderlined: false };
}
