/** Writing a highlight's note together. Loaded when somebody first opens a note to write. */
"use client";

import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { Placeholder } from "@tiptap/extensions";
import { EditorContent, useEditor } from "@tiptap/react";
import { useLayoutEffect } from "react";
import type { Awareness } from "y-protocols/awareness";
import type { XmlFragment } from "yjs";
import { noteExtensions } from "@/lib/highlights/note-kit";
import type { RoomPerson } from "@/lib/highlights/room-highlight";
import classes from "./NoteEditor.module.css";
import note from "./NoteView.module.css";

interface Props {
  fragment: XmlFragment;
  awareness: Awareness;
  me: RoomPerson;
  /** What the note is on, for its name. */
  name: string;
  onLeave(): void;
}

export function NoteEditor({ fragment, awareness, me, name, onLeave }: Props) {
  const editor = useEditor(
    {
      extensions: [
        ...noteExtensions,
        Placeholder.configure({ placeholder: "What about this passage?" }),
        Collaboration.configure({ fragment }),
        CollaborationCaret.configure({ provider: { awareness }, user: { ...me } }),
      ],
      immediatelyRender: true,
      // Its style sheet would be an inline one, which the content policy refuses; ours has what it needs.
      injectCSS: false,
      editorProps: {
        attributes: {
          class: `${note.note} ${classes.words}`,
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": name,
        },
        handleKeyDown: (_, event) => {
          const leaves = event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
          if (leaves) onLeave();
          return leaves;
        },
      },
    },
    [fragment, awareness],
  );
  // At once, and not when the editor says it is ready: whoever types on must not type into the room's keys.
  useLayoutEffect(() => {
    if (editor.isDestroyed) return;
    editor.commands.setTextSelection(editor.state.doc.content.size);
    editor.view.focus();
  }, [editor]);
  return <EditorContent editor={editor} className={classes.editor} />;
}
