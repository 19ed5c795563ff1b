/** The shared editor: title, toolbar and text of a rebuttal, over an open document. */
"use client";

import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import type { DocumentHandle } from "@/lib/collab/client/handle";
import type { Passage, RebuttalPerson } from "@/lib/rebuttal/endpoints";
import { titleField } from "@/lib/rebuttal/schema";
import bodyClasses from "../body.module.css";
import { PassagePicker } from "../PassagePicker";
import { usePassages } from "../passages";
import { cite } from "./cite";
import classes from "./editor.module.css";
import { editorExtensions } from "./extensions";
import { LiveTitle } from "./LiveTitle";
import { LiveToolbar } from "./LiveToolbar";
import { SlashMenu } from "./SlashMenu";
import { SlashMenuStore } from "./slash";

interface Props {
  handle: DocumentHandle;
  person: RebuttalPerson;
  writes: boolean;
  /** The passages that the rebuttal answers: the first to be quoted. */
  answered: readonly string[];
  /** Asks for the article's passages again, as people highlight while others write. */
  onPick: () => void;
}

export function LiveEditor({ handle, person, writes, answered, onPick }: Props) {
  const { all } = usePassages();
  const [picking, setPicking] = useState(false);
  const [linking, setLinking] = useState(false);
  const [slash] = useState(() => new SlashMenuStore());
  const sheet = useRef<HTMLDivElement>(null);
  // The extensions are made once; what they ask for changes.
  const passages = useRef(all);
  useEffect(() => {
    passages.current = all;
  }, [all]);

  const openPicker = () => {
    onPick();
    setPicking(true);
  };
  const toTitle = () => sheet.current?.querySelector("textarea")?.focus();

  const editor = useEditor(
    {
      immediatelyRender: false,
      injectCSS: false,
      editable: writes,
      extensions: editorExtensions({
        handle,
        person,
        slash,
        isOnArticle: (id) => passages.current.some(({ highlightId }) => highlightId === id),
        openPicker,
        openLink: () => setLinking(true),
        toTitle,
      }),
      editorProps: {
        attributes: {
          class: `${bodyClasses.body} ${classes.editor}`,
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": "Text of the rebuttal",
        },
      },
    },
    [handle],
  );

  useEffect(() => {
    if (editor && editor.isEditable !== writes) editor.setEditable(writes);
  }, [editor, writes]);

  const toBody = () => {
    editor?.commands.focus("start");
    // At once, where the command waits for a frame: what is typed meanwhile belongs here.
    editor?.view.focus();
  };

  const insert = ([passage]: Passage[]) => {
    if (editor && passage) cite(editor, passage);
  };

  if (!editor) return null;
  return (
    <div ref={sheet} data-sheet>
      <LiveTitle text={handle.doc.getText(titleField)} writes={writes} onLeave={toBody} />
      {writes && <LiveToolbar editor={editor} linkOpened={linking} onLinkOpened={setLinking} onCite={openPicker} />}
      <EditorContent editor={editor} />
      <SlashMenu editor={editor} store={slash} />
      <PassagePicker
        opened={picking}
        onClose={() => setPicking(false)}
        title="Quote the article"
        passages={all}
        preferred={{ heading: "Answered here", highlightIds: answered }}
        onChoose={insert}
      />
    </div>
  );
}
