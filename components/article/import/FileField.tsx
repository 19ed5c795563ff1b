/** Where people choose or drop a file; it says which kinds are read. */
"use client";

import { Button, CloseButton, FileButton } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { type DragEvent, useState } from "react";
import { largestFile } from "@/lib/article/import/limits";
import classes from "./FileField.module.css";

const accepted = ".txt,.text,.md,.markdown,.html,.htm,.docx,.pdf";

interface Props {
  file: File | null;
  onChange: (file: File | null) => void;
}

export function FileField({ file, onChange }: Props) {
  const [isOver, setOver] = useState(false);
  const dragging = (over: boolean) => (event: DragEvent) => {
    if (event.dataTransfer.types.includes("Files")) setOver(over);
  };
  return (
    <section
      className={classes.zone}
      aria-label="The file"
      data-over={isOver || undefined}
      onDragOver={dragging(true)}
      onDragLeave={dragging(false)}
      onDrop={dragging(false)}
    >
      {file !== null && (
        <p className={classes.chosen}>
          <IconFileText size={20} stroke={1.5} aria-hidden />
          <span className={classes.name}>{file.name}</span>
          <span className={classes.size}>{sizeInWords(file.size)}</span>
          <CloseButton aria-label={`Remove ${file.name}`} onClick={() => onChange(null)} />
        </p>
      )}
      <FileButton accept={accepted} onChange={(chosen) => chosen !== null && onChange(chosen)}>
        {(props) => (
          <Button {...props} variant="default">
            {file === null ? "Choose a file" : "Choose another"}
          </Button>
        )}
      </FileButton>
      <p className={classes.about}>
        or drop it here. Word (.docx), PDF, web page (.html), Markdown or plain text, up to {largestFile / 1_000_000}{" "}
        MB.
      </p>
    </section>
  );
}

function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
