/** Where one writes a comment with emphasis, links and mentions. Loaded when somebody begins to write. */
"use client";

import { ActionIcon, Group } from "@mantine/core";
import { IconAt, IconBold, IconCode, IconItalic } from "@tabler/icons-react";
import { type Editor, Extension } from "@tiptap/core";
import Bold from "@tiptap/extension-bold";
import Document from "@tiptap/extension-document";
import Italic from "@tiptap/extension-italic";
import Paragraph from "@tiptap/extension-paragraph";
import Text from "@tiptap/extension-text";
import { Placeholder, UndoRedo } from "@tiptap/extensions";
import { EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from "react";
import { type CommentBody, cleanText } from "@/lib/threads/body";
import type { Author } from "@/lib/threads/schema";
import { MixableCode, SafeLink } from "@/lib/writing/marks";
import { MentionOffer, optionId } from "./MentionOffer";
import { MentionNode } from "./mention-node";
import classes from "./RichField.module.css";
import { useMentionOffer } from "./useMentionOffer";

/** Where the caret goes at first: so many characters into the plain text, or its end; null leaves the focus where it is. */
export type Caret = number | "end" | null;

export interface RichFieldProps {
  /** What stands in it at first. */
  initial: CommentBody;
  caret: Caret;
  label: string;
  placeholder: string;
  /** Who can be mentioned. */
  people: readonly Author[];
  onChange: (body: CommentBody) => void;
  onSubmit: () => void;
  onLeave: () => void;
  /** Stands beside the tools. */
  children: ReactNode;
}

export function RichField(props: RichFieldProps) {
  const { initial, caret, label, placeholder, people, onChange, onSubmit, onLeave, children } = props;
  // The editor is made once; what it calls is whatever the last render gave.
  const latest = useRef({ people, onChange, onSubmit, onLeave });
  useEffect(() => {
    latest.current = { people, onChange, onSubmit, onLeave };
  });
  const { open, offer } = useMentionOffer();
  const listId = useId();

  const editor = useEditor({
    extensions: [
      Document,
      Paragraph,
      Text,
      Bold,
      Italic,
      MixableCode,
      // Nobody else writes here, so what looks like a link may become one.
      SafeLink.configure({ autolink: true }),
      UndoRedo,
      Placeholder.configure({ placeholder }),
      MentionNode.configure({ people: () => latest.current.people, offer }),
      Extension.create({
        name: "leaving",
        addKeyboardShortcuts: () => ({
          "Mod-Enter": () => {
            latest.current.onSubmit();
            return true;
          },
          "Shift-Enter": ({ editor: field }) => field.commands.enter(),
          Escape: () => {
            latest.current.onLeave();
            return true;
          },
        }),
      }),
    ],
    content: initial,
    // It is only ever made in the browser.
    immediatelyRender: true,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { role: "textbox", "aria-multiline": "true", "aria-label": label, class: classes.text ?? "" },
      transformPastedText: cleanText,
    },
    onUpdate: ({ editor: field }) => latest.current.onChange(field.getJSON() as CommentBody),
  });

  // At once, and not when the editor says it is ready: whoever types loses no letter to the change of fields.
  const firstCaret = useRef(caret);
  useLayoutEffect(() => {
    if (firstCaret.current === null) return;
    editor.commands.setTextSelection(positionOf(editor, firstCaret.current));
    editor.view.focus();
  }, [editor]);

  const active = open?.people[open.active];
  useEffect(() => {
    const field = editor.view.dom;
    if (active) {
      field.setAttribute("aria-controls", listId);
      field.setAttribute("aria-activedescendant", optionId(listId, active.id));
    } else {
      field.removeAttribute("aria-controls");
      field.removeAttribute("aria-activedescendant");
    }
  }, [editor, active, listId]);

  return (
    <div className={classes.field}>
      <EditorContent editor={editor} />
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Tools editor={editor} />
        {children}
      </Group>
      {open && <MentionOffer {...open} listId={listId} />}
    </div>
  );
}

/** The place in the document where the caret goes. */
function positionOf(editor: Editor, caret: number | "end"): number {
  if (caret === "end") return editor.state.doc.content.size - 1;
  const before = editor.getText({ blockSeparator: "\n" }).slice(0, caret);
  // A line's end is one character in the text, and the end of one paragraph and the start of another here.
  return 1 + caret + (before.match(/\n/g)?.length ?? 0);
}

function Tools({ editor }: { editor: Editor }) {
  const marks = useEditorState({
    editor,
    selector: ({ editor: field }) => ({
      bold: field.isActive("bold"),
      italic: field.isActive("italic"),
      code: field.isActive("code"),
    }),
  });
  const chain = () => editor.chain().focus();
  const tools = [
    { name: "Bold", Icon: IconBold, pressed: marks.bold, act: () => chain().toggleBold().run() },
    { name: "Italic", Icon: IconItalic, pressed: marks.italic, act: () => chain().toggleItalic().run() },
    { name: "Code", Icon: IconCode, pressed: marks.code, act: () => chain().toggleCode().run() },
    {
      name: "Mention someone",
      Icon: IconAt,
      pressed: undefined,
      act: () => chain().insertContent(atSign(editor)).run(),
    },
  ];
  return (
    <Group gap={2} role="toolbar" aria-label="Formatting">
      {tools.map(({ name, Icon, pressed, act }) => (
        <ActionIcon
          key={name}
          size="sm"
          variant={pressed ? "light" : "subtle"}
          color={pressed ? undefined : "gray"}
          aria-label={name}
          aria-pressed={pressed}
          // Keeps the caret in the text.
          onMouseDown={(event) => event.preventDefault()}
          onClick={act}
        >
          <Icon size={15} stroke={1.75} aria-hidden />
        </ActionIcon>
      ))}
    </Group>
  );
}

/** "@" opens the offer only behind a space or at the start of a line. */
function atSign({ state }: Editor): string {
  const { $from } = state.selection;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, " ", " ");
  return before === "" || before === " " ? "@" : " @";
}
