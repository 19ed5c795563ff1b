/** What may stand in a highlight's note: its Tiptap extensions, without React, and the ProseMirror schema they make. */
import { getSchema } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { MixableCode, SafeLink } from "@/lib/writing/marks";

/** Most characters (UTF-16 code units) in a note. */
export const maxNoteLength = 20_000;

export const noteExtensions = [
  StarterKit.configure({
    code: false,
    codeBlock: false,
    heading: false,
    horizontalRule: false,
    link: false,
    underline: false,
    // Yjs keeps each person's own history.
    undoRedo: false,
    // It would write an empty line on every screen that opens the note.
    trailingNode: false,
  }),
  MixableCode,
  SafeLink,
];

export const noteProseMirrorSchema = getSchema(noteExtensions);
