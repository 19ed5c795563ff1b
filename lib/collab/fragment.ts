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

/** Fills the empty fragment, which is in a document, with what `readFragment` read. */
export function writeFragment(fragment: Y.XmlFragment, { content = [] }: NoteDocument): void {
  for (const node of content) writeNode(fragment, node);
}

function writeNode(parent: Y.XmlFragment, node: NoteNode): void {
  if (node.text === undefined) {
    const element = new Y.XmlElement(node.type);
    parent.push([element]);
    // Yjs' types know texts alone; editors set numbers and truth values too.
    for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value as string);
    for (const child of node.content ?? []) writeNode(element, child);
    return;
  }
  // Texts that follow each other are one type, as the editor has them.
  const last = parent.length > 0 ? parent.get(parent.length - 1) : null;
  const text = last instanceof Y.XmlText ? last : new Y.XmlText();
  if (text !== last) parent.push([text]);
  const formats = Object.fromEntries((node.marks ?? []).map(({ type, attrs }) => [type, attrs ?? {}]));
  text.insert(text.length, node.text, formats);
}
