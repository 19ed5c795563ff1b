/** Purging a comment, a note or a rebuttal: an owner's last resort, asked twice. */
"use client";

import { Button, Checkbox, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Problem } from "@/components/shell/Problem";
import { toastDone } from "@/components/shell/toast";
import { useSubmission } from "@/components/shell/useSubmission";
import type { TargetRef } from "@/lib/moderation/target-ref";
import { purge } from "./target-calls";

interface Props {
  target: TargetRef;
  onPurged: () => Promise<void>;
}

export function PurgeButton({ target, onPurged }: Props) {
  const [isAsking, setAsking] = useState(false);
  const [isSure, setSure] = useState(false);
  const close = () => {
    setAsking(false);
    setSure(false);
  };
  const { submit, isRunning, problem } = useSubmission(async () => {
    await purge(target);
    toastDone("Purged. The log keeps that it was done.");
    close();
    await onPurged();
  });
  return (
    <>
      <Button variant="subtle" color="red" size="compact-xs" mt="xs" onClick={() => setAsking(true)}>
        Purge it for good…
      </Button>
      <Modal opened={isAsking} onClose={close} title={`Purge this ${target.kind}?`} centered>
        <Stack>
          <Text size="sm">
            Its words leave the database, with every copy that moderation kept: the state before decisions, facts,
            flags’ words, the appeal. Nobody can decide about them any more, and nothing brings them back. The log keeps
            that you did it. Backups made earlier still hold them.
          </Text>
          <Checkbox
            label="I understand that there is no way back"
            checked={isSure}
            onChange={({ currentTarget }) => setSure(currentTarget.checked)}
          />
          <Problem>{problem}</Problem>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button color="red.9" disabled={!isSure} loading={isRunning} onClick={() => submit()}>
              Purge
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
