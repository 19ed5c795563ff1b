/** Edits of an article's layer as people make them, for clients that edit at random. */
import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { describe as describePassage } from "@/lib/anchoring";
import type { Label } from "@/lib/highlights/labels";
import { addHighlight, labelHighlight, moveHighlight, noteOf, readHighlights, removeHighlight } from "../layer";

/** `which` and `at` are taken modulo what there is, so any number will do. */
export type LayerEdit =
  | { kind: "add"; at: number }
  | { kind: "move"; which: number; at: number }
  | { kind: "label"; which: number; label: Label }
  | { kind: "remove"; which: number }
  | { kind: "write"; which: number; at: number; words: string }
  | { kind: "erase"; which: number; at: number }
  | { kind: "embolden"; which: number; at: number };

interface Editor {
  userId: string;
  doc: Y.Doc;
  /** The revision's canonical text. */
  text: string;
}

/** Makes the edit. One that finds nothing to change does nothing. */
export function editLayer({ userId, doc, text }: Editor, edit: LayerEdit): void {
  const all = readHighlights(doc).sort((a, b) => (a.id < b.id ? -1 : 1));
  const chosen = "which" in edit ? all[edit.which % Math.max(1, all.length)] : undefined;
  const note = chosen && noteOf(doc, chosen.id);
  switch (edit.kind) {
    case "add":
      addHighlight(doc, {
        id: randomUUID(),
        label: "claim",
        authorId: userId,
        createdAt: Date.UTC(2026, 0, 1),
        ...describePassage(text, edit.at, edit.at + 3),
      });
      break;
    case "move":
      if (chosen) moveHighlight(doc, chosen.id, describePassage(text, edit.at, edit.at + 5));
      break;
    case "label":
      if (chosen) labelHighlight(doc, chosen.id, edit.label);
      break;
    case "remove":
      if (chosen?.authorId === userId) removeHighlight(doc, chosen.id);
      break;
    case "write":
      if (note) writeIn(note, edit.at, edit.words);
      break;
    case "erase":
      if (note && note.length > 0) note.delete(edit.at % note.length, 1);
      break;
    case "embolden": {
      const words = note && wordsIn(note, edit.at);
      if (words) words.format(0, Math.ceil(words.length / 2), { bold: {} });
      break;
    }
  }
}

/** Writes the words into one of the fragment's paragraphs, or as a new one. */
export function writeIn(fragment: Y.XmlFragment, at: number, words: string): void {
  const known = wordsIn(fragment, at);
  if (known && at % 3 !== 0) known.insert(at % (known.length + 1), words);
  else {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(words)]);
    fragment.insert(at % (fragment.length + 1), [paragraph]);
  }
}

/** The words of one of the fragment's blocks; null when it has none. */
export function wordsIn(fragment: Y.XmlFragment, at: number): Y.XmlText | null {
  const block = fragment.length > 0 ? fragment.get(at % fragment.length) : null;
  const words = block instanceof Y.XmlElement && block.length > 0 ? block.get(0) : null;
  return words instanceof Y.XmlText ? words : null;
}
