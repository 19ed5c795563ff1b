/** The rebuttal's title as a field that several people write in at once. */
"use client";

import { VisuallyHidden } from "@mantine/core";
import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import * as Y from "yjs";
import { maxTitleLength } from "@/lib/rebuttal/limits";
import { oneLine, placeAfter, rebase, spliceBetween } from "@/lib/rebuttal/title";
import classes from "../sheet.module.css";

/** Marks this field's own edits, so that undo takes back nobody else's. */
const origin = { field: "title" };

interface Props {
  text: Y.Text;
  /** Enter or the arrow down: on to the body. */
  onLeave: () => void;
}

export function TitleField({ text, onLeave }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const composing = useRef(false);
  const undo = useRef<Y.UndoManager>(null);
  /** What the field shows; it lags behind `text` while somebody composes a letter with an input method. */
  const shown = useRef(text.toString());
  const [words, setWords] = useState(shown.current);

  const show = (now: string, caret: number | null) => {
    shown.current = now;
    setWords(now);
    if (!field.current) return;
    field.current.value = now;
    if (caret !== null && document.activeElement === field.current) field.current.setSelectionRange(caret, caret);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` only touches refs and a setter
  useEffect(() => {
    show(text.toString(), null);
    const manager = new Y.UndoManager(text, { trackedOrigins: new Set([origin]) });
    undo.current = manager;
    const hear = ({ transaction }: Y.YTextEvent) => {
      if (transaction.origin === origin || composing.current) return;
      const now = text.toString();
      const caret = field.current?.selectionStart ?? 0;
      show(now, placeAfter(caret, spliceBetween(shown.current, now, now.length)));
    };
    text.observe(hear);
    return () => {
      text.unobserve(hear);
      manager.destroy();
    };
  }, [text]);

  /** Brings what the field says into the shared text, beside what others wrote meanwhile. */
  const write = (value: string, caret: number) => {
    const before = shown.current;
    const wanted = oneLine(value);
    const current = text.toString();
    const others = spliceBetween(before, current, current.length);
    const own = rebase(spliceBetween(before, wanted, Math.min(caret, wanted.length)), others);
    const room = maxTitleLength - (text.length - own.remove);
    const insert = own.insert.slice(0, Math.max(0, room));
    text.doc?.transact(() => {
      if (own.remove > 0) text.delete(own.index, own.remove);
      if (insert !== "") text.insert(own.index, insert);
    }, origin);
    const now = text.toString();
    if (now === value) {
      shown.current = now;
      setWords(now);
    } else show(now, own.index + insert.length);
  };

  const change = ({ currentTarget }: ChangeEvent<HTMLTextAreaElement>) => {
    if (composing.current) setWords(currentTarget.value);
    else write(currentTarget.value, currentTarget.selectionStart);
  };

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (composing.current) return;
    const key = event.key.toLowerCase();
    const isAtEnd = event.currentTarget.selectionStart === event.currentTarget.value.length;
    if ((event.ctrlKey || event.metaKey) && (key === "z" || key === "y")) {
      event.preventDefault();
      if (key === "y" || event.shiftKey) undo.current?.redo();
      else undo.current?.undo();
    } else if (key === "enter" || (key === "arrowdown" && isAtEnd)) {
      event.preventDefault();
      onLeave();
    }
  };

  return (
    <>
      <VisuallyHidden component="h1">{words || "Untitled rebuttal"}</VisuallyHidden>
      <div className={classes.titleField} data-words={words || "Give it a title"}>
        <textarea
          ref={field}
          rows={1}
          defaultValue={shown.current}
          maxLength={maxTitleLength}
          placeholder="Give it a title"
          aria-label="Title"
          onChange={change}
          onKeyDown={press}
          onCompositionStart={() => {
            composing.current = true;
          }}
          onCompositionEnd={({ currentTarget }) => {
            composing.current = false;
            write(currentTarget.value, currentTarget.selectionStart);
          }}
        />
      </div>
    </>
  );
}
