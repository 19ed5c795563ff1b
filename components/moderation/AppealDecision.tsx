/** Deciding an appeal: it stands or it falls, with a reply to its author. */
"use client";

import { Button, Group, Stack, Text, Textarea, Title } from "@mantine/core";
import { useState } from "react";
import { maxAppeal } from "@/lib/moderation/reasons";
import classes from "./DecisionTold.module.css";

interface Props {
  /** What whoever appeals says; null where it stands beside this already. */
  text: string | null;
  /** Why the reader may not decide it; null when they may. */
  conflict: string | null;
  isBusy: boolean;
  onDecide: (outcome: "upheld" | "overturned", reply: string) => void;
}

export function AppealDecision({ text, conflict, isBusy, onDecide }: Props) {
  const [reply, setReply] = useState("");
  if (conflict !== null) return <Text size="sm">{conflict}</Text>;
  const isComplete = reply.trim() !== "" && !isBusy;
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        Decide the appeal
      </Title>
      {text !== null && (
        <blockquote className={classes.words} aria-label="The appeal">
          {text}
        </blockquote>
      )}
      <Textarea
        label="Your reply to its author"
        autosize
        minRows={2}
        maxLength={maxAppeal}
        value={reply}
        onChange={({ currentTarget }) => setReply(currentTarget.value)}
      />
      <Group>
        <Button disabled={!isComplete} onClick={() => onDecide("overturned", reply)}>
          Overturn the decision
        </Button>
        <Button variant="default" disabled={!isComplete} onClick={() => onDecide("upheld", reply)}>
          Let it stand
        </Button>
      </Group>
    </Stack>
  );
}
