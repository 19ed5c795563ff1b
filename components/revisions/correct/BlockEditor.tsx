/** The article's text to correct: every block can be written in, split, joined, moved and taken out. */
"use client";

import { EditorContent, useEditor } from "@tiptap/react";
import type { Block } from "@/lib/article/schema";
import classes from "./BlockEditor.module.css";
import { BlockTools } from "./BlockTools";
import { type BlocksDoc, docOf } from "./blocks-doc";
import { editorKit } from "./editor-kit";

interface Props {
  /** The text to start with. */
  blocks: readonly Block[];
  /** BCP 47. */
  language?: string;
  onChange: (doc: BlocksDoc) => void;
}

export function BlockEditor({ blocks, language, onChange }: Props) {
  const editor = useEditor({
    extensions: editorKit,
    content: docOf(blocks),
    // It is only ever made in the browser.
    immediatelyRender: true,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": "The text",
        class: classes.text ?? "",
        ...(language && { lang: language }),
      },
    },
    // The kit's schema makes no other document.
    onUpdate: ({ editor: field }) => onChange(field.getJSON() as unknown as BlocksDoc),
  });
  return (
    <>
      <BlockTools editor={editor} />
      <EditorContent editor={editor} />
    </>
  );
}
