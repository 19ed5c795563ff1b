/** Deciding everything that is selected, with one statement of reasons. */
"use client";

import { Button, Group, Text } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useState } from "react";
import type { ReasonCode } from "@/lib/moderation/reasons";
import type { SavedReply } from "@/lib/moderation/saved-reply.schema";
import type { QueueEntry, Rule } from "@/lib/moderation/schema";
import { DecisionBar, type Opening } from "./DecisionBar";
import { RestrictionForm } from "./RestrictionForm";
import type { Decisions } from "./useDecisions";
import { itemsInWords } from "./words";

interface Props {
  selected: readonly QueueEntry[];
  rules: readonly Rule[];
  replies: readonly SavedReply[];
  decisions: Decisions;
  onClear: () => void;
}

export function BulkDecision({ selected, rules, replies, decisions: { decideSelected, isBusy }, onClear }: Props) {
  const [opening, setOpening] = useState<Opening | null>(null);
  useHotkeys([["Escape", () => !opening && onClear()]]);
  if (opening)
    return (
      <RestrictionForm
        opening={opening}
        count={selected.length}
        rules={rules}
        replies={replies}
        suggested={mostGiven(selected)}
        isBusy={isBusy}
        onDecide={(choice) => void decideSelected(choice)}
        onCancel={() => setOpening(null)}
      />
    );
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Text size="sm" fw={600} role="status">
          {itemsInWords(selected.length)} selected: decided together, each on its own record
        </Text>
        <Button variant="subtle" size="compact-sm" aria-keyshortcuts="Escape" onClick={onClear}>
          Select none
        </Button>
      </Group>
      <DecisionBar
        conflict={null}
        isPending
        hasReplies={replies.length > 0}
        isBusy={isBusy}
        onDecide={(measure) => void decideSelected({ measure })}
        onRestrict={setOpening}
      />
    </>
  );
}

/** What most of their flags say. */
function mostGiven(entries: readonly QueueEntry[]): ReasonCode {
  const counts = new Map<ReasonCode, number>();
  for (const { reasons } of entries) for (const code of reasons) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? "other";
}
