/** Flagging a comment: why, and a few words for the moderators. */
"use client";

import { Button, Group, Modal, Radio, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { Problem } from "@/components/shell/Problem";
import { toastDone } from "@/components/shell/toast";
import { useSubmission } from "@/components/shell/useSubmission";
import { call } from "@/lib/http/call";
import { flagComment } from "@/lib/moderation/endpoints";
import { maxFlagWords, type ReasonCode, reasonCodes } from "@/lib/moderation/reasons";
import { reasonNames } from "./words";

interface Props {
  commentId: string;
  /** Whose comment it is. */
  author: string;
  onFlagged: () => void;
  onClose: () => void;
}

export default function FlagDialog({ commentId, author, onFlagged, onClose }: Props) {
  const [reason, setReason] = useState<ReasonCode | null>(null);
  const [words, setWords] = useState("");
  const { submit, isRunning, problem } = useSubmission(async () => {
    if (!reason) return;
    await call(flagComment, { params: { commentId }, body: { reason, words } });
    toastDone("The moderators have it. You will hear what they decide.");
    onFlagged();
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={`Flag this comment by ${author}?`} centered>
      <Stack>
        <Radio.Group
          label="What is wrong with it?"
          description="Disagreeing is no reason: answer it instead."
          value={reason}
          onChange={(value) => setReason(value as ReasonCode)}
        >
          <Stack gap={6} mt="xs">
            {reasonCodes.map((code) => (
              <Radio key={code} value={code} label={reasonNames[code]} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label="Anything the moderators should know?"
          autosize
          minRows={2}
          maxLength={maxFlagWords}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <Text size="xs" c="dimmed">
          Only moderators see who flags. You can take it back until they have decided.
        </Text>
        <Problem>{problem}</Problem>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={reason === null} loading={isRunning} onClick={() => submit()}>
            Flag
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
