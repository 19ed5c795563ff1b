/** The workspace's watched words: the list, a way to change it, and to try it out before it holds. */
"use client";

import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { Problem } from "@/components/shell/Problem";
import { Row, Rows } from "@/components/shell/Rows";
import { toastDone } from "@/components/shell/toast";
import { useSubmission } from "@/components/shell/useSubmission";
import { call } from "@/lib/http/call";
import { changeWatchedWords, tryWatchedWords } from "@/lib/moderation/guard/endpoints";
import type { Trial, WatchedWord } from "@/lib/moderation/guard/schema";
import { TrialResult } from "./TrialResult";
import { WatchedWordFields } from "./WatchedWordFields";
import { actionNames } from "./words";

interface Props {
  workspaceId: string;
  words: readonly WatchedWord[];
  /** Of the list that was read. */
  version: number;
}

/** Longer lists are found by what is typed. */
const mostShown = 50;

export function WatchedWords({ workspaceId, words, version }: Props) {
  const [draft, setDraft] = useState(words);
  const [saved, setSaved] = useState({ words, version });
  const [changed, setChanged] = useState<WatchedWord | null>(null);
  const [filter, setFilter] = useState("");
  const [trial, setTrial] = useState<Trial | null>(null);
  const isSaved = draft === saved.words;

  const tryOut = useSubmission(async () => {
    setTrial(await call(tryWatchedWords, { params: { workspaceId }, body: { words: [...draft] } }));
  });
  const save = useSubmission(async () => {
    const body = { words: [...draft], version: saved.version };
    setSaved({ words: draft, ...(await call(changeWatchedWords, { params: { workspaceId }, body })) });
    toastDone("The list holds for every comment from now on.");
  });
  const put = (entries: readonly WatchedWord[], without: string | null) => {
    const gone = new Set([...entries.map(({ word }) => word), without]);
    const all = [...draft.filter(({ word }) => !gone.has(word)), ...entries];
    setDraft(all.sort((a, b) => a.word.localeCompare(b.word, "en")));
    setChanged(null);
    setTrial(null);
  };

  const found = draft.filter(({ word, note }) => `${word} ${note}`.toLowerCase().includes(filter.toLowerCase()));
  const isBusy = tryOut.isRunning || save.isRunning;
  return (
    <Stack>
      {draft.length > 8 && (
        <TextInput
          label="Find in the list"
          value={filter}
          onChange={({ currentTarget }) => setFilter(currentTarget.value)}
        />
      )}
      {draft.length === 0 ? (
        <Text c="dimmed">No word is watched.</Text>
      ) : (
        <Rows label="Watched words">
          {found.slice(0, mostShown).map((entry) => (
            <Row key={entry.word} title={entry.word} detail={inWords(entry)}>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`Change “${entry.word}”`}
                onClick={() => setChanged(entry)}
              >
                Change
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                aria-label={`Drop “${entry.word}”`}
                onClick={() => put([], entry.word)}
              >
                Drop
              </Button>
            </Row>
          ))}
        </Rows>
      )}
      {found.length > mostShown && (
        <Text size="sm" c="dimmed">
          {found.length - mostShown} more. Type a part of the word to find it.
        </Text>
      )}
      <WatchedWordFields
        key={changed?.word ?? ""}
        changed={changed}
        onDone={(entries) => put(entries, changed?.word ?? null)}
      />
      <Group>
        <Button
          variant="default"
          loading={tryOut.isRunning}
          disabled={draft.length === 0}
          onClick={() => tryOut.submit()}
        >
          Try it out
        </Button>
        <Button loading={save.isRunning} disabled={isSaved || isBusy} onClick={() => save.submit()}>
          Save the list
        </Button>
        {!isSaved && (
          <Text size="sm" c="dimmed">
            Not saved yet.
          </Text>
        )}
      </Group>
      <Problem>{tryOut.problem ?? save.problem}</Problem>
      {trial && <TrialResult trial={trial} />}
    </Stack>
  );
}

function inWords({ action, isPart, note }: WatchedWord): string {
  const parts = [actionNames[action], isPart && "inside longer words too", note];
  return parts.filter(Boolean).join(" · ");
}
