/** The first step of an import: paste the words, choose or drop a file, or give a link. */
"use client";

import { Group, Tabs, TextInput } from "@mantine/core";
import { IconClipboardText, IconFileText, IconLink } from "@tabler/icons-react";
import type { DragEvent, FormEvent } from "react";
import { Problem } from "@/components/shell/Problem";
import { SubmitButton } from "@/components/shell/SubmitButton";
import type { Progress } from "@/lib/http/progress";
import { FileField } from "./FileField";
import { type Given, isGiven, type Way, ways } from "./given";
import { ImportProgress } from "./ImportProgress";
import { PasteField } from "./PasteField";
import classes from "./SourceForm.module.css";

interface Props {
  title: string;
  given: Given;
  onChange: (given: Given) => void;
  fetchesLinks: boolean;
  onSubmit: () => void;
  /** How far the look is that is under way; null when none is. */
  progress: Progress | null;
  onCancel: () => void;
  /** What went wrong with the last look; null when nothing did. */
  problem: string | null;
}

const tabs: Record<Way, { name: string; icon: typeof IconLink }> = {
  paste: { name: "Paste", icon: IconClipboardText },
  file: { name: "File", icon: IconFileText },
  link: { name: "Link", icon: IconLink },
};

const isWay = (value: string | null): value is Way => ways.some((way) => way === value);

export function SourceForm({ title, given, onChange, fetchesLinks, onSubmit, progress, onCancel, problem }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isGiven(given)) onSubmit();
  };
  // A file may be dropped anywhere, whichever way is open.
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    onChange({ ...given, way: "file", file });
  };
  const over = (event: DragEvent) => {
    if (event.dataTransfer.types.includes("Files")) event.preventDefault();
  };

  return (
    <form className={classes.form} onSubmit={submit} onDragOver={over} onDrop={drop} noValidate>
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.about}>
        Bring everything, just as it is on the page. What doesn’t belong to the article is set aside, and you see it
        before anything is saved.
      </p>
      <Tabs
        value={given.way}
        onChange={(way) => isWay(way) && onChange({ ...given, way })}
        keepMounted={false}
        classNames={{ panel: classes.panel }}
      >
        <Tabs.List aria-label="Where the article comes from">
          {ways
            .filter((way) => way !== "link" || fetchesLinks)
            .map((way) => {
              const { name, icon: Icon } = tabs[way];
              return (
                <Tabs.Tab key={way} value={way} leftSection={<Icon size={16} stroke={1.5} aria-hidden />}>
                  {name}
                </Tabs.Tab>
              );
            })}
        </Tabs.List>
        <Tabs.Panel value="paste">
          <PasteField given={given} onChange={onChange} />
        </Tabs.Panel>
        <Tabs.Panel value="file">
          <FileField file={given.file} onChange={(file) => onChange({ ...given, file })} />
        </Tabs.Panel>
        <Tabs.Panel value="link">
          <TextInput
            label="The page’s address"
            description="The server fetches it once. Pages behind a sign-in or a paywall don’t come whole: paste those."
            type="url"
            inputMode="url"
            placeholder="https://"
            maxLength={2000}
            value={given.url}
            onChange={({ currentTarget }) => onChange({ ...given, url: currentTarget.value })}
          />
        </Tabs.Panel>
      </Tabs>
      <TextInput
        label="Title"
        description="Recognised when you leave it empty."
        maxLength={500}
        value={given.title}
        onChange={({ currentTarget }) => onChange({ ...given, title: currentTarget.value })}
      />
      <Problem>{problem}</Problem>
      {progress === null ? (
        <Group>
          <SubmitButton disabled={!isGiven(given)}>Show the preview</SubmitButton>
        </Group>
      ) : (
        <ImportProgress progress={progress} onCancel={onCancel} />
      )}
    </form>
  );
}
