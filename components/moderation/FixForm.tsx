/** The author's one edit of what flags hid, before a moderator looks. */
"use client";

import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Problem } from "@/components/shell/Problem";
import { toastDone } from "@/components/shell/toast";
import { useSubmission } from "@/components/shell/useSubmission";
import { call } from "@/lib/http/call";
import { editComment } from "@/lib/threads/endpoints";

export function FixForm({ commentId, words }: { commentId: string; words: string }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState(words);
  const { submit, isRunning, problem } = useSubmission(async () => {
    await call(editComment, { params: { commentId }, body: { text } });
    toastDone("The moderators will look at your new words.");
    router.refresh();
  });
  if (!isOpen)
    return (
      <Group>
        <Button variant="default" size="compact-md" onClick={() => setOpen(true)}>
          Say it differently, once
        </Button>
      </Group>
    );
  return (
    <Stack gap="xs">
      <Textarea
        label="Your words"
        description="A moderator looks at these. You can change them once."
        autosize
        minRows={3}
        autoFocus
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Problem>{problem}</Problem>
      <Group>
        <Button disabled={text.trim() === "" || text === words} loading={isRunning} onClick={() => submit()}>
          Send the new words
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </Group>
    </Stack>
  );
}
