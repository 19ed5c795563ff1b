/** The statement of reasons, written before something is hidden or removed. The author reads all of it. */
"use client";

import { Button, Group, NativeSelect, Stack, Textarea, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { maxFacts, type ReasonCode, reasonCodes } from "@/lib/moderation/reasons";
import type { Choice, Rule } from "@/lib/moderation/schema";
import { reasonNames, scopeOf } from "./words";

interface Props {
  measure: "hide" | "remove";
  rules: readonly Rule[];
  /** What the flags say it is; chosen at first. */
  suggested: ReasonCode;
  isBusy: boolean;
  onDecide: (choice: Choice) => void;
  onCancel: () => void;
}

const byLaw = "law";

export function RestrictionForm({ measure, rules, suggested, isBusy, onDecide, onCancel }: Props) {
  const [reason, setReason] = useState(suggested);
  const [ground, setGround] = useState(rules[0]?.id ?? byLaw);
  const [law, setLaw] = useState("");
  const [facts, setFacts] = useState("");
  const isComplete = facts.trim() !== "" && (ground !== byLaw || law.trim() !== "");
  const decide = () => {
    if (!isComplete || isBusy) return;
    onDecide({
      measure,
      reason,
      facts,
      ground: ground === byLaw ? { kind: "law", law } : { kind: "rule", ruleId: ground },
    });
  };
  const verb = measure === "hide" ? "Hide" : "Remove";
  return (
    <form
      aria-label={`${verb} this comment`}
      onSubmit={(event) => {
        event.preventDefault();
        decide();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          decide();
        }
      }}
    >
      <Stack gap="sm">
        <Title order={2} size="h4">
          {verb} it, and tell its author why
        </Title>
        <Group grow align="flex-start">
          <NativeSelect
            label="Reason"
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value as ReasonCode)}
            data={reasonCodes.map((code) => ({ value: code, label: reasonNames[code] }))}
          />
          <NativeSelect
            label="Ground"
            value={ground}
            onChange={({ currentTarget }) => setGround(currentTarget.value)}
            data={[
              ...rules.map(({ id, number, title }) => ({ value: id, label: `Rule ${number}: ${title}` })),
              { value: byLaw, label: "A law" },
            ]}
          />
        </Group>
        {ground === byLaw && (
          <TextInput
            label="Which law?"
            description={
              rules.length === 0 ? "This workspace has no rules yet, so only a law can be the ground." : null
            }
            value={law}
            maxLength={300}
            onChange={({ currentTarget }) => setLaw(currentTarget.value)}
          />
        )}
        <Textarea
          label="The facts"
          description={`What in it breaks the rule, in your words to its author. ${scopeOf(measure)}`}
          autosize
          minRows={3}
          maxLength={maxFacts}
          autoFocus
          value={facts}
          onChange={({ currentTarget }) => setFacts(currentTarget.value)}
        />
        <Group>
          <Button type="submit" color="red.9" disabled={!isComplete} loading={isBusy} title="Ctrl+Enter or ⌘+Enter">
            {verb}
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
