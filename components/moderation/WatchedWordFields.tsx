/** Fields for watched words: one or several at a time, and what happens to comments with them. */
"use client";

import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { WatchedWord } from "@/lib/moderation/guard/schema";
import { longestNote } from "@/lib/moderation/guard/schema";
import { actionNames } from "./words";

interface Props {
  /** The entry that is changed; null for new ones. */
  changed: WatchedWord | null;
  onDone: (entries: WatchedWord[]) => void;
}

export function WatchedWordFields({ changed, onDone }: Props) {
  const [words, setWords] = useState(changed?.word ?? "");
  const [isPart, setPart] = useState(changed?.isPart ?? false);
  const [action, setAction] = useState<WatchedWord["action"]>(changed?.action ?? "hold");
  const [note, setNote] = useState(changed?.note ?? "");
  const lines = [...new Set(words.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
  const add = () => {
    onDone(lines.map((word) => ({ word, isPart, action, note: note.trim() })));
    setWords("");
    setNote("");
  };
  return (
    <Stack gap="sm" role="group" aria-label={changed ? `Change “${changed.word}”` : "Add words"}>
      <Textarea
        label={changed ? "Word or phrase" : "Words or phrases, one on each line"}
        description="Write them plainly. Capitals, accents, spaces and signs between letters, digits and look-alike letters are seen through."
        autosize
        minRows={1}
        maxRows={8}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <Group align="flex-start" gap="sm">
        <NativeSelect
          flex="1 1 12rem"
          label="A comment with it"
          value={action}
          onChange={({ currentTarget }) => setAction(currentTarget.value as WatchedWord["action"])}
          data={Object.entries(actionNames).map(([value, label]) => ({ value, label }))}
        />
        <NativeSelect
          flex="1 1 12rem"
          label="It counts"
          value={isPart ? "part" : "whole"}
          onChange={({ currentTarget }) => setPart(currentTarget.value === "part")}
          data={[
            { value: "whole", label: "as a whole word" },
            { value: "part", label: "inside longer words too" },
          ]}
        />
      </Group>
      <TextInput
        label="Note for moderators"
        maxLength={longestNote}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Group>
        <Button variant="default" disabled={lines.length === 0} onClick={add}>
          {changed ? "Change" : lines.length > 1 ? `Add ${lines.length} words` : "Add"}
        </Button>
      </Group>
    </Stack>
  );
}
