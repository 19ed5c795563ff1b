/** What this person may do with the rebuttal now: move it on or back, delete a draft. */
"use client";

import { ActionIcon, Button, Group, Menu, Modal, Text, Tooltip } from "@mantine/core";
import { IconDots, IconTrash } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toastDone, toastError } from "@/components/shell/toast";
import { call } from "@/lib/http/call";
import { deleteRebuttal, moveRebuttal, type Rebuttal } from "@/lib/rebuttal/endpoints";
import type { Move } from "@/lib/rebuttal/status";
import { useRebuttalChange } from "./queries";
import { moveWords, titleOr } from "./status-words";

interface Props {
  rebuttal: Rebuttal;
  /** The main one last. */
  moves: readonly Move[];
  mayDelete: boolean;
  /** Why moving has to wait; null when it needn't. */
  waitFor: string | null;
  /** The list, where one goes after deleting. */
  listPlace: string;
}

export function Actions({ rebuttal, moves, mayDelete, waitFor, listPlace }: Props) {
  const [asking, setAsking] = useState(false);
  const change = useRebuttalChange(rebuttal.id, (move: Move) =>
    call(moveRebuttal, { params: { rebuttalId: rebuttal.id }, body: { move, version: rebuttal.version } }),
  );
  const make = (move: Move) => change.mutate(move, { onSuccess: () => toastDone(moveWords[move].done) });
  const others = moves.slice(0, -1);

  return (
    <Group gap="xs" wrap="nowrap">
      {moves.map((move, index) => {
        const isMain = index === moves.length - 1;
        return (
          <Tooltip key={move} label={waitFor ?? moveWords[move].hint} openDelay={300}>
            <Button
              size="sm"
              variant={isMain && move !== "withdraw" ? "filled" : "default"}
              visibleFrom={isMain ? undefined : "sm"}
              loading={change.isPending && change.variables === move}
              // Not `disabled`: the reason has to stay within reach of the keyboard.
              data-disabled={waitFor !== null || undefined}
              aria-disabled={waitFor !== null || undefined}
              onClick={() => waitFor === null && !change.isPending && make(move)}
            >
              {moveWords[move].button}
            </Button>
          </Tooltip>
        );
      })}
      {(mayDelete || others.length > 0) && (
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              hiddenFrom={mayDelete ? undefined : "sm"}
              aria-label="More actions"
            >
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((move) => (
              <Menu.Item key={move} hiddenFrom="sm" disabled={waitFor !== null} onClick={() => make(move)}>
                {moveWords[move].button}
              </Menu.Item>
            ))}
            {mayDelete && (
              <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setAsking(true)}>
                Delete this draft
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <DeleteQuestion rebuttal={rebuttal} opened={asking} onClose={() => setAsking(false)} listPlace={listPlace} />
    </Group>
  );
}

interface QuestionProps {
  rebuttal: Rebuttal;
  opened: boolean;
  onClose: () => void;
  listPlace: string;
}

function DeleteQuestion({ rebuttal, opened, onClose, listPlace }: QuestionProps) {
  const router = useRouter();
  const [deleting, setDeleting] = useState(false);
  const remove = async () => {
    setDeleting(true);
    try {
      await call(deleteRebuttal, { params: { rebuttalId: rebuttal.id } });
      toastDone("The draft is deleted");
      router.push(listPlace);
      router.refresh();
    } catch (error) {
      toastError(error);
      setDeleting(false);
      onClose();
    }
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Delete this draft?" size="sm" centered>
      <Text size="sm">
        “{titleOr(rebuttal.title)}” goes with all its text, for everybody who writes it. It can’t be brought back.
      </Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" data-autofocus onClick={onClose}>
          Keep it
        </Button>
        <Button color="red" loading={deleting} onClick={remove}>
          Delete
        </Button>
      </Group>
    </Modal>
  );
}
