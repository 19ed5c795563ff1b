/** A note as ProseMirror JSON, to be drawn without an editor. Pure. */

export interface NoteMark {
  type: string;
  attrs?: Record<string, unknown>;
}

export interface NoteNode {
  type: string;
  text?: string;
  marks?: readonly NoteMark[];
  attrs?: Record<string, unknown>;
  content?: readonly NoteNode[];
}

export interface NoteDocument extends NoteNode {
  type: "doc";
}

/** Whether a note says nothing: no letter, and nothing else that shows. */
export function isBlankNote(note: NoteNode | null): boolean {
  if (!note) return true;
  if (note.text !== undefined && note.text.trim() !== "") return false;
  return (note.content ?? []).every(isBlankNote);
}
