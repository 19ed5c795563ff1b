/** What can be decided about the item at hand, each by one key. */
"use client";

import { Button, Group, Kbd, Text } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";

interface Props {
  /** Why the reader may not decide; null when they may. */
  conflict: string | null;
  isPending: boolean;
  isBusy: boolean;
  onApprove: () => void;
  onIgnore: () => void;
  onRestrict: (measure: "hide" | "remove") => void;
}

export function DecisionBar({ conflict, isPending, isBusy, onApprove, onIgnore, onRestrict }: Props) {
  const mayDecide = isPending && conflict === null && !isBusy;
  const actions = [
    { key: "a", name: "All right", act: onApprove },
    { key: "h", name: "Hide", act: () => onRestrict("hide") },
    { key: "r", name: "Remove", act: () => onRestrict("remove") },
    { key: "i", name: "Leave it", act: onIgnore },
  ];
  useHotkeys(actions.map(({ key, act }) => [key, () => mayDecide && act()]));
  if (!isPending) return <Text size="sm">This is decided. What was decided stands above.</Text>;
  if (conflict !== null) return <Text size="sm">{conflict}</Text>;
  return (
    <Group gap="xs">
      {actions.map(({ key, name, act }, index) => (
        <Button
          key={key}
          variant={index === 0 ? "filled" : "default"}
          disabled={isBusy}
          aria-keyshortcuts={key}
          rightSection={<Kbd size="xs">{key.toUpperCase()}</Kbd>}
          onClick={act}
        >
          {name}
        </Button>
      ))}
    </Group>
  );
}
