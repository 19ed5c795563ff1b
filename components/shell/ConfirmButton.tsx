/** A button for what can't be undone: it says what will happen, and does it only when told again. */
"use client";

import { Button, type ButtonProps, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { Problem } from "./Problem";
import { useSubmission } from "./useSubmission";

interface Props extends ButtonProps {
  /** The question: "Remove Ana from the workspace?" */
  question: string;
  /** What will happen, and what stays. */
  consequence: string;
  /** What the confirming button says: "Remove". */
  confirm: string;
  /** Does it; what it throws is shown, and the question stays. */
  onConfirm: () => Promise<void>;
  /** What the first button says to screen readers, when its own words don't say which of many it is for. */
  label?: string;
  children: ReactNode;
}

export function ConfirmButton({ question, consequence, confirm, onConfirm, label, children, ...button }: Props) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const { submit, isRunning, problem } = useSubmission(async () => {
    await onConfirm();
    close();
  });
  return (
    <>
      <Button variant="subtle" color="red" size="compact-sm" aria-label={label} onClick={open} {...button}>
        {children}
      </Button>
      <Modal opened={isOpen} onClose={close} title={question} centered>
        <Stack>
          <Text size="sm">{consequence}</Text>
          <Problem>{problem}</Problem>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button color="red.9" loading={isRunning} onClick={() => submit()}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
