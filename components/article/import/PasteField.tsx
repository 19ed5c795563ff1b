/** Where people paste an article; formatting that comes with it is kept. */
"use client";

import { Group, Radio, Textarea } from "@mantine/core";
import type { ClipboardEvent } from "react";
import { type Given, withPaste, withText } from "./given";
import classes from "./PasteField.module.css";

interface Props {
  given: Given;
  onChange: (given: Given) => void;
}

const isKind = (value: string): value is Given["as"] => ["text", "markdown", "rich-text"].includes(value);

export function PasteField({ given, onChange }: Props) {
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const html = event.clipboardData.getData("text/html");
    // Pasted into other words, it is a part of them, and they have no formatting.
    if (html === "" || selectionEnd - selectionStart < value.length) return;
    event.preventDefault();
    onChange(withPaste(given, event.clipboardData.getData("text/plain"), html));
  };
  return (
    <div className={classes.field}>
      <Textarea
        label="The text"
        classNames={{ input: classes.text }}
        placeholder="Paste the article here, or drop a file"
        autosize
        minRows={12}
        maxRows={24}
        spellCheck={false}
        value={given.text}
        onPaste={paste}
        onChange={({ currentTarget }) => onChange(withText(given, currentTarget.value))}
      />
      <Radio.Group
        aria-label="What the text is"
        value={given.as}
        onChange={(as) => isKind(as) && onChange({ ...given, as })}
      >
        <Group gap="md">
          {given.html !== null && <Radio value="rich-text" label="With its formatting" />}
          <Radio value="text" label="Plain text" />
          <Radio value="markdown" label="Markdown" />
        </Group>
      </Radio.Group>
    </div>
  );
}
