/** Flattens a Markdown paragraph's inline nodes into text and marks. */
import type { PhrasingContent } from "mdast";
import { tidyWithOffsets } from "./tidy";
import type { DraftMark } from "./unit";

/** A mark in text that isn't tidied yet; a footnote's still goes by its identifier. */
type RawMark =
  | Exclude<DraftMark, { type: "footnote" }>
  | { type: "footnote"; start: number; end: number; identifier: string };

/** What the rest of the document knows. */
export interface References {
  /** Where a link's name leads. */
  urlOf: (identifier: string) => string | undefined;
  /** The number that readers see for a footnote. */
  numberOf: (identifier: string) => number;
}

export interface Inline {
  text: string;
  marks: RawMark[];
}

const safeLink = /^(?:https?:\/\/|mailto:)/i;

/** Text on one line, and what stands out in it. Links that lead anywhere but to the web or a mailbox lose their target. */
export function inlineOf(nodes: readonly PhrasingContent[], references: References): Inline {
  const marks: RawMark[] = [];
  let raw = "";

  const visit = (node: PhrasingContent): void => {
    const start = raw.length;
    if ("children" in node) for (const child of node.children) visit(child);
    else raw += wordsIn(node, references);
    const mark = markOf(node, start, raw.length, references);
    if (mark !== null) marks.push(mark);
  };
  for (const node of nodes) visit(node);

  const { text, offsetOf } = tidyWithOffsets(raw);
  return {
    text,
    marks: marks
      .map((mark) => ({ ...mark, start: offsetOf(mark.start), end: offsetOf(mark.end) }))
      .filter((mark) => mark.end > mark.start)
      .sort((a, b) => a.start - b.start || b.end - a.end),
  };
}

/** What a node without children shows. Pictures inside a sentence show nothing. */
function wordsIn(node: PhrasingContent, references: References): string {
  switch (node.type) {
    case "text":
    case "inlineCode":
      return node.value;
    case "footnoteReference":
      return `[${references.numberOf(node.identifier)}]`;
    case "break":
      return " ";
    case "html":
      return /^<br\b/i.test(node.value) ? " " : "";
    default:
      return "";
  }
}

function markOf(node: PhrasingContent, start: number, end: number, references: References): RawMark | null {
  switch (node.type) {
    case "emphasis":
    case "strong":
      return { type: node.type, start, end };
    case "inlineCode":
      return { type: "code", start, end };
    case "link":
    case "linkReference": {
      const href = node.type === "link" ? node.url : (references.urlOf(node.identifier) ?? "");
      return safeLink.test(href) ? { type: "link", start, end, href } : null;
    }
    case "footnoteReference":
      return { type: "footnote", start, end, identifier: node.identifier };
    default:
      return null;
  }
}
