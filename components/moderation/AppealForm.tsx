/** Asking for another look at a decision on one's own words. */
"use client";

import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Problem } from "@/components/shell/Problem";
import { toastDone } from "@/components/shell/toast";
import { useSubmission } from "@/components/shell/useSubmission";
import { dayInWords } from "@/lib/dates";
import { call } from "@/lib/http/call";
import { appealDecision } from "@/lib/moderation/endpoints";
import { maxAppeal } from "@/lib/moderation/reasons";

export function AppealForm({ decisionId, until }: { decisionId: string; until: string }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const { submit, isRunning, problem } = useSubmission(async () => {
    await call(appealDecision, { params: { decisionId }, body: { text } });
    toastDone(
      "Your appeal is with the moderators. Somebody else than whoever decided looks at it, where there is one.",
    );
    router.refresh();
  });
  if (!isOpen)
    return (
      <Group>
        <Button variant="default" size="compact-md" onClick={() => setOpen(true)}>
          Appeal, until {dayInWords(until.slice(0, 10))}
        </Button>
      </Group>
    );
  return (
    <Stack gap="xs">
      <Textarea
        label="Why should it be looked at again?"
        description="You can appeal once. You get a reply."
        autosize
        minRows={3}
        maxLength={maxAppeal}
        autoFocus
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Problem>{problem}</Problem>
      <Group>
        <Button disabled={text.trim() === ""} loading={isRunning} onClick={() => submit()}>
          Send the appeal
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </Group>
    </Stack>
  );
}
