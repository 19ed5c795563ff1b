/** A note as plain words. Pure. */
import type { NoteDocument } from "./note";

/** The note's words, a line for each block. */
export function wordsOf(note: NoteDocument): string {
  const lines: string[] = [];
  const walk = (node: NoteDocument["content"], line: string[]): void => {
    for (const child of node ?? []) {
      if (child.text !== undefined) line.push(child.text);
      else if (child.type === "hardBreak") line.push("\n");
      else {
        const own: string[] = [];
        const before = lines.length;
        walk(child.content, own);
        // A block of blocks (a list) has no words of its own; theirs already follow each other.
        if (own.length > 0) lines.splice(before, 0, own.join(""));
      }
    }
  };
  walk(note.content, []);
  return lines.join("\n");
}
