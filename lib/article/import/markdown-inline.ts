/** Flattens a Markdown paragraph's inline tokens into text and marks. */
import type { Token } from "markdown-it";
import { type Inline, isSafeLink, type LabelledMark, tidied } from "./inline";

/** As much of a token as this needs. */
export type InlineToken = Pick<Token, "type" | "content" | "nesting" | "meta" | "attrs">;

/** Text on one line, and what stands out in it. Links that lead anywhere but to the web or a mailbox lose their target. */
export function inlineOf(tokens: readonly InlineToken[]): Inline {
  const marks: LabelledMark[] = [];
  /** Opened and not yet closed, with where their text starts. */
  const open: { token: InlineToken; start: number }[] = [];
  let raw = "";
  for (const token of tokens) {
    const start = raw.length;
    if (token.nesting === 1) {
      open.push({ token, start });
      continue;
    }
    raw += wordsOf(token);
    const begun = token.nesting === -1 ? open.pop() : { token, start };
    const mark = begun === undefined ? null : markOf(begun.token, begun.start, raw.length);
    if (mark !== null) marks.push(mark);
  }

  return tidied(raw, marks);
}

/** The words that a token shows by itself. Pictures inside a sentence show none. */
function wordsOf(token: InlineToken): string {
  switch (token.type) {
    case "softbreak":
    case "hardbreak":
      return " ";
    case "html_inline":
      return /^<br\b/i.test(token.content) ? " " : "";
    case "footnote_ref":
      return noteMark(token);
    case "image":
      return "";
    default:
      return token.content;
  }
}

/** What readers see of a footnote's mark: footnotes are numbered in the order in which the text refers to them. */
export function noteMark(token: InlineToken): string {
  return `[${Number(token.meta?.id) + 1}]`;
}

function markOf(token: InlineToken, start: number, end: number): LabelledMark | null {
  switch (token.type) {
    case "em_open":
      return { type: "emphasis", start, end };
    case "strong_open":
      return { type: "strong", start, end };
    case "code_inline":
      return { type: "code", start, end };
    case "link_open": {
      const href = String(token.attrs?.find(([name]) => name === "href")?.[1] ?? "");
      return isSafeLink(href) ? { type: "link", start, end, href } : null;
    }
    case "footnote_ref":
      return { type: "footnote", start, end, label: String(token.meta?.label) };
    default:
      return null;
  }
}
