/** A rebuttal's body as plain words, and the citation cards that stand in it. Pure. */
import type { Node as ProseMirrorNode } from "@tiptap/pm/model";
import type { CitationAttributes } from "./schema";

/** The body's words, blocks apart by a blank line; a citation counts as its quote in quotation marks. */
export function bodyText(body: ProseMirrorNode): string {
  return body
    .textBetween(0, body.content.size, "\n\n", (leaf) => {
      if (leaf.type.name === "citation") return `“${String(leaf.attrs.quote)}”`;
      return leaf.type.name === "hardBreak" ? "\n" : "";
    })
    .trim();
}

/** The cards in document order. */
export function citationsIn(body: ProseMirrorNode): CitationAttributes[] {
  const found: CitationAttributes[] = [];
  body.descendants((node) => {
    if (node.type.name === "citation") found.push(node.attrs as CitationAttributes);
    return node.isBlock;
  });
  return found;
}
