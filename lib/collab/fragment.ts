/** Reads a shared rich text (Y.XmlFragment, as Tiptap writes it) as ProseMirror JSON, and writes one, without an editor. Pure. */
import * as Y from "yjs";
import type { NoteDocument, NoteMark, NoteNode } from "@/lib/highlights/note";

/** The whole fragment as a document. */
export function readFragment(fragment: Y.XmlFragment): NoteDocument {
  return { type: "doc", content: childrenOf(fragment) };
}

function childrenOf(parent: Y.XmlFragment): NoteNode[] {
  return parent.toArray().flatMap((child): NoteNode[] => {
    if (child instanceof Y.XmlElement) return [elementNode(child)];
    return child instanceof Y.XmlText ? textNodes(child) : [];
  });
}

function elementNode(element: Y.XmlElement): NoteNode {
  const attrs: Record<string, unknown> = element.getAttributes();
  const content = childrenOf(element);
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content }),
  };
}

function textNodes(text: Y.XmlText): NoteNode[] {
  const pieces: { insert: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  return pieces.flatMap(({ insert, attributes }): NoteNode[] => {
    if (typeof insert !== "string" || insert === "") return [];
    const marks = Object.entries(attributes ?? {}).flatMap(([type, attrs]) => markOf(type, attrs));
    return [{ type: "text", text: insert, ...(marks.length > 0 && { marks }) }];
  });
}

function markOf(type: string, attrs: unknown): NoteMark[] {
  if (attrs === null || typeof attrs !== "object") return [];
  return [{ type, ...(Object.keys(attrs).length > 0 && { attrs: { ...attrs } }) }];
}

/** Fills the empty fragment with what `readFragment` read. */
export function writeFragment(fragment: Y.XmlFragment, { content = [] }: NoteDocument): void {
  fragment.insert(0, typesOf(content));
}

/** Texts that follow each other are one type, as the editor has them. */
function typesOf(nodes: readonly NoteNode[]): (Y.XmlElement | Y.XmlText)[] {
  const types: (Y.XmlElement | Y.XmlText)[] = [];
  for (const node of nodes) {
    const last = types.at(-1);
    if (node.text === undefined) types.push(elementOf(node));
    else {
      const text = last instanceof Y.XmlText ? last : new Y.XmlText();
      if (text !== last) types.push(text);
      const formats = Object.fromEntries((node.marks ?? []).map(({ type, attrs }) => [type, attrs ?? {}]));
      text.applyDelta([{ retain: text.length }, { insert: node.text, attributes: formats }]);
    }
  }
  return types;
}

function elementOf({ type, attrs = {}, content = [] }: NoteNode): Y.XmlElement {
  const element = new Y.XmlElement(type);
  // Yjs' types know texts alone; editors set numbers and truth values too.
  for (const [name, value] of Object.entries(attrs)) element.setAttribute(name, value as string);
  element.insert(0, typesOf(content));
  return element;
}
