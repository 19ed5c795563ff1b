/** The statement of reasons, written before something is hidden or removed. Its author reads all of it. */
"use client";

import { Button, Group, Stack, Title } from "@mantine/core";
import type { ReasonCode } from "@/lib/moderation/reasons";
import type { Choice, Rule } from "@/lib/moderation/schema";
import { GroundsFields, useGrounds } from "./GroundsFields";
import { scopeOf } from "./words";

interface Props {
  measure: "hide" | "remove";
  rules: readonly Rule[];
  /** What the flags say it is; chosen at first. */
  suggested: ReasonCode;
  isBusy: boolean;
  onDecide: (choice: Choice) => void;
  onCancel: () => void;
}

export function RestrictionForm({ measure, rules, suggested, isBusy, onDecide, onCancel }: Props) {
  const grounds = useGrounds(rules, suggested);
  const decide = () => {
    if (grounds.given && !isBusy) onDecide({ measure, ...grounds.given });
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
        <GroundsFields rules={rules} grounds={grounds} consequence={scopeOf[measure]} autoFocus />
        <Group>
          <Button
            type="submit"
            color="red.9"
            disabled={grounds.given === null}
            loading={isBusy}
            title="Ctrl+Enter or ⌘+Enter"
          >
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
