/** A rebuttal's realtime document: how a new one begins, and what SQL is told of one. */
import type { Node as ProseMirrorNode } from "@tiptap/pm/model";
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { bodyField, type CitationAttributes, rebuttalSchema, titleField } from "./schema";
import { bodyText, citationsIn } from "./text";

/** The columns of a rebuttal that are projections of its document. */
export interface RebuttalProjection {
  title: string;
  body: ProseMirrorNode;
  text: string;
  citations: CitationAttributes[];
}

/**
 * Reads what the document says now. Nodes that the schema doesn't allow (two people's edits can merge into such) are
 * left out, as the editor leaves them out; to do so y-tiptap deletes them from `doc`, so hand over a copy that no one edits.
 */
export function projectRebuttal(doc: Y.Doc): RebuttalProjection {
  const body = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(bodyField), rebuttalSchema);
  return { title: doc.getText(titleField).toString(), body, text: bodyText(body), citations: citationsIn(body) };
}

/** The first update of a new document. `text` becomes plain paragraphs, parted at blank lines. */
export function firstUpdate({ title, text }: { title: string; text: string }): Uint8Array {
  const doc = new Y.Doc();
  const paragraphs = text
    .replaceAll("\r\n", "\n")
    .split(/\n\s*\n/)
    .map((words) => words.replace(/\s+/g, " ").trim())
    .filter((words) => words !== "")
    .map((words) => rebuttalSchema.node("paragraph", null, rebuttalSchema.text(words)));
  doc.transact(() => {
    if (title !== "") doc.getText(titleField).insert(0, title);
    if (paragraphs.length > 0)
      prosemirrorToYXmlFragment(rebuttalSchema.node("doc", null, paragraphs), doc.getXmlFragment(bodyField));
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
