/** The first step of an import: paste the text, or choose or drop a file. */
"use client";

import { Button, FileButton, Group, Radio, Textarea, TextInput } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { type DragEvent, type FormEvent, useState } from "react";
import { Problem } from "@/components/shell/Problem";
import { SubmitButton } from "@/components/shell/SubmitButton";
import { useSubmission } from "@/components/shell/useSubmission";
import type { Source } from "@/lib/article/schema";
import { readTextFile } from "./read-file";
import classes from "./SourceForm.module.css";

interface Props {
  source: Source;
  onChange: (source: Source) => void;
  onSubmit: () => void;
  isRunning: boolean;
  /** What went wrong with the last look; null when nothing did. */
  problem: string | null;
}

export function SourceForm({ source, onChange, onSubmit, isRunning, problem }: Props) {
  const [isOver, setOver] = useState(false);
  const read = useSubmission(async (file: File) => onChange({ ...source, ...(await readTextFile(file)) }));
  const isEmpty = source.content.trim() === "";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty) onSubmit();
  };
  const dragging = (over: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(over);
  };
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    setOver(false);
    read.submit(file);
  };

  return (
    <form className={classes.form} onSubmit={submit}>
      <h1 className={classes.title}>Import an article</h1>
      <p className={classes.about}>
        Paste everything, just as it is on the page. What doesn’t belong to the article is set aside, and you see it
        before anything is saved.
      </p>
      <Textarea
        label="The text"
        className={classes.field}
        classNames={{ input: classes.text }}
        data-over={isOver || undefined}
        placeholder="Paste the article here, or drop a text file"
        autosize
        minRows={12}
        maxRows={24}
        spellCheck={false}
        value={source.content}
        onChange={({ currentTarget }) => onChange({ ...source, content: currentTarget.value })}
        onDragOver={dragging(true)}
        onDragLeave={dragging(false)}
        onDrop={drop}
      />
      <Group gap="md">
        <FileButton
          accept=".txt,.text,.md,.markdown,text/plain,text/markdown"
          onChange={(file) => file !== null && read.submit(file)}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<IconFileText size={16} stroke={1.5} aria-hidden />}
              loading={read.isRunning}
            >
              Choose a file
            </Button>
          )}
        </FileButton>
        <Radio.Group
          aria-label="What the text is"
          value={source.kind}
          onChange={(kind) => onChange({ ...source, kind: kind === "markdown" ? "markdown" : "text" })}
        >
          <Group gap="md">
            <Radio value="text" label="Plain text" />
            <Radio value="markdown" label="Markdown" />
          </Group>
        </Radio.Group>
      </Group>
      <TextInput
        label="Title"
        description="Recognised in the text when you leave it empty."
        maxLength={500}
        value={source.title ?? ""}
        onChange={({ currentTarget }) => onChange({ ...source, title: currentTarget.value })}
      />
      <Problem>{read.problem ?? problem}</Problem>
      <Group>
        <SubmitButton loading={isRunning} disabled={isEmpty}>
          Show the preview
        </SubmitButton>
      </Group>
    </form>
  );
}
