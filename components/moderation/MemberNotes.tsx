/** What moderators tell each other about a member. */
"use client";

import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Problem } from "@/components/shell/Problem";
import { Row, Rows } from "@/components/shell/Rows";
import { useSubmission } from "@/components/shell/useSubmission";
import { When } from "@/components/shell/When";
import { call } from "@/lib/http/call";
import { writeMemberNote } from "@/lib/moderation/endpoints";
import { maxFacts } from "@/lib/moderation/reasons";
import type { MemberRecord } from "@/lib/moderation/schema";

interface Props {
  workspaceId: string;
  userId: string;
  notes: MemberRecord["notes"];
}

export function MemberNotes({ workspaceId, userId, notes }: Props) {
  const router = useRouter();
  const [text, setText] = useState("");
  const { submit, isRunning, problem } = useSubmission(async () => {
    await call(writeMemberNote, { params: { workspaceId, userId }, body: { text } });
    setText("");
    router.refresh();
  });
  return (
    <Stack>
      {notes.length > 0 && (
        <Rows label="Notes">
          {notes.map((note) => (
            <Row
              key={note.id}
              title={note.text}
              detail={
                <>
                  {note.by?.name ?? "Someone who left"} · <When at={Date.parse(note.createdAt)} />
                </>
              }
            />
          ))}
        </Rows>
      )}
      <Textarea
        label="A note"
        autosize
        minRows={2}
        maxLength={maxFacts}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Group>
        <Button variant="default" disabled={text.trim() === ""} loading={isRunning} onClick={() => submit()}>
          Keep the note
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        Notes are never changed. The member doesn’t see them.
      </Text>
      <Problem>{problem}</Problem>
    </Stack>
  );
}
