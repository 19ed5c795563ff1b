/** Writing the workspace's rules: add, change, drop, move. */
"use client";

import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Problem } from "@/components/shell/Problem";
import { SubmitButton } from "@/components/shell/SubmitButton";
import { toastDone } from "@/components/shell/toast";
import { useSubmission } from "@/components/shell/useSubmission";
import { call } from "@/lib/http/call";
import { changeRules } from "@/lib/moderation/endpoints";
import type { Rule } from "@/lib/moderation/schema";

interface Draft {
  key: string;
  title: string;
  text: string;
}

export function RulesForm({ workspaceId, rules }: { workspaceId: string; rules: readonly Rule[] }) {
  const router = useRouter();
  const [drafts, setDrafts] = useState<Draft[]>(rules.map(({ id, title, text }) => ({ key: id, title, text })));
  const { submit, isRunning, problem } = useSubmission(async () => {
    const body = { rules: drafts.map(({ title, text }) => ({ title, text })) };
    await call(changeRules, { params: { workspaceId }, body });
    toastDone("The rules hold from now on. Earlier decisions keep the words they cite.");
    router.refresh();
  });
  const change = (key: string, part: Partial<Draft>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)));
  const move = (index: number, by: number) => {
    const moved = drafts.toSpliced(index, 1);
    const draft = drafts[index];
    if (draft) setDrafts(moved.toSpliced(index + by, 0, draft));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        {drafts.map(({ key, title, text }, index) => (
          <Stack key={key} gap={4} role="group" aria-label={`Rule ${index + 1}`}>
            <Group align="flex-end" gap="xs" wrap="nowrap">
              <TextInput
                flex={1}
                label={`Rule ${index + 1}`}
                value={title}
                maxLength={120}
                onChange={({ currentTarget }) => change(key, { title: currentTarget.value })}
              />
              <ActionIcon
                size="input-sm"
                variant="subtle"
                color="gray"
                disabled={index === 0}
                aria-label={`Move rule ${index + 1} up`}
                onClick={() => move(index, -1)}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
              <ActionIcon
                size="input-sm"
                variant="subtle"
                color="gray"
                disabled={index === drafts.length - 1}
                aria-label={`Move rule ${index + 1} down`}
                onClick={() => move(index, 1)}
              >
                <IconArrowDown size={16} />
              </ActionIcon>
              <ActionIcon
                size="input-sm"
                variant="subtle"
                color="red"
                aria-label={`Drop rule ${index + 1}`}
                onClick={() => setDrafts(drafts.toSpliced(index, 1))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
            <Textarea
              aria-label={`What rule ${index + 1} means`}
              placeholder="What it means"
              autosize
              minRows={1}
              maxLength={2000}
              value={text}
              onChange={({ currentTarget }) => change(key, { text: currentTarget.value })}
            />
          </Stack>
        ))}
        <Group>
          <Button
            variant="default"
            onClick={() => setDrafts([...drafts, { key: crypto.randomUUID(), title: "", text: "" }])}
          >
            Add a rule
          </Button>
          <SubmitButton loading={isRunning} disabled={drafts.some(({ title }) => title.trim() === "")}>
            Save the rules
          </SubmitButton>
        </Group>
        <Text size="xs" c="dimmed">
          Decisions cite a rule by its number and title, and keep both as they were.
        </Text>
        <Problem>{problem}</Problem>
      </Stack>
    </form>
  );
}
