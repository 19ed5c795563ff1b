/** Writing a saved reply: what it is called, and the statement of reasons that it fills in. */
"use client";

import { Button, Group, NativeSelect, Stack, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { Problem } from "@/components/shell/Problem";
import { SubmitButton } from "@/components/shell/SubmitButton";
import { useSubmission } from "@/components/shell/useSubmission";
import { maxReplyTitle, type ReplyDraft, type SavedReply } from "@/lib/moderation/saved-reply.schema";
import type { Rule } from "@/lib/moderation/schema";
import { draftOf, GroundsFields, useGrounds } from "./GroundsFields";
import { measureVerbs, scopeOf } from "./words";

interface Props {
  /** The one that is changed; null for a new one. */
  reply: SavedReply | null;
  rules: readonly Rule[];
  onSave: (draft: ReplyDraft) => Promise<void>;
  onCancel: () => void;
}

export function SavedReplyForm({ reply, rules, onSave, onCancel }: Props) {
  const [title, setTitle] = useState(reply?.title ?? "");
  const [measure, setMeasure] = useState<SavedReply["measure"]>(reply?.measure ?? "hide");
  const grounds = useGrounds(rules, "other", reply ? draftOf(reply) : {});
  const { submit, isRunning, problem } = useSubmission(onSave);
  const { given } = grounds;
  return (
    <form
      aria-label={reply ? `Change “${reply.title}”` : "A new saved reply"}
      onSubmit={(event) => {
        event.preventDefault();
        if (given) submit({ title, measure, ...given });
      }}
    >
      <Stack gap="sm">
        <Title order={3} size="h4">
          {reply ? `Change “${reply.title}”` : "A new saved reply"}
        </Title>
        <Group grow align="flex-start">
          <TextInput
            label="Title"
            autoFocus
            maxLength={maxReplyTitle}
            value={title}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          />
          <NativeSelect
            label="Measure"
            value={measure}
            onChange={({ currentTarget }) => setMeasure(currentTarget.value === "remove" ? "remove" : "hide")}
            data={Object.entries(measureVerbs).map(([value, label]) => ({ value, label }))}
          />
        </Group>
        <GroundsFields rules={rules} grounds={grounds} consequence={scopeOf[measure]} />
        <Problem>{problem}</Problem>
        <Group>
          <SubmitButton loading={isRunning} disabled={given === null || title.trim() === ""}>
            Save
          </SubmitButton>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
