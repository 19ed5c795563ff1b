/** Flagging a comment, a note or a rebuttal: why, and a few words for the moderators. */
"use client";

import { Button, Group, Modal, Radio, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { Problem } from "@/components/shell/Problem";
import { toastDone } from "@/components/shell/toast";
import { useSubmission } from "@/components/shell/useSubmission";
import { AppError } from "@/lib/errors";
import { maxFlagWords, type ReasonCode, reasonCodes } from "@/lib/moderation/reasons";
import type { TargetRef } from "@/lib/moderation/target-ref";
import { flag, withdraw } from "./target-calls";
import { reasonNames } from "./words";

interface Props {
  target: TargetRef;
  /** Whose it is, where it is one person's. */
  author?: string | undefined;
  onFlagged?: (() => void) | undefined;
  onClose: () => void;
}

export default function FlagDialog({ target, author, onFlagged, onClose }: Props) {
  const [reason, setReason] = useState<ReasonCode | null>(null);
  const [words, setWords] = useState("");
  const [isRepeated, setRepeated] = useState(false);
  const { submit, isRunning, problem } = useSubmission(async () => {
    if (!reason) return;
    await flag(target, { reason, words }).catch((error: unknown) => {
      setRepeated(error instanceof AppError && error.code === "conflict");
      throw error;
    });
    toastDone("The moderators have it. You will hear what they decide.");
    onFlagged?.();
    onClose();
  });
  const takeBack = useSubmission(async () => {
    await withdraw(target);
    toastDone("Your flag is taken back.");
    onFlagged?.();
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Flag this ${target.kind}${author === undefined ? "" : ` by ${author}`}?`}
      centered
    >
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
        <Problem>{problem ?? takeBack.problem}</Problem>
        <Group justify="flex-end">
          {isRepeated && (
            <Button variant="default" loading={takeBack.isRunning} onClick={() => takeBack.submit()}>
              Take your flag back
            </Button>
          )}
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
