/** What can be decided about what is at hand, each by one key. */
"use client";

import { Button, Group, Kbd, Text } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";

/** How the statement of reasons is begun: with a measure, or by looking for a saved reply. */
export type Opening = { measure: "hide" | "remove"; from: "blank" | "reply" };

interface Props {
  /** Why the reader may not decide; null when they may. */
  conflict: string | null;
  isPending: boolean;
  hasReplies: boolean;
  isBusy: boolean;
  onDecide: (measure: "approve" | "ignore") => void;
  onRestrict: (opening: Opening) => void;
}

export function DecisionBar({ conflict, isPending, hasReplies, isBusy, onDecide, onRestrict }: Props) {
  const mayDecide = isPending && conflict === null && !isBusy;
  const actions = [
    { key: "a", name: "All right", act: () => onDecide("approve") },
    { key: "h", name: "Hide", act: () => onRestrict({ measure: "hide", from: "blank" }) },
    { key: "r", name: "Remove", act: () => onRestrict({ measure: "remove", from: "blank" }) },
    { key: "i", name: "Leave it", act: () => onDecide("ignore") },
    ...(hasReplies
      ? [{ key: "s", name: "Saved reply", act: () => onRestrict({ measure: "hide", from: "reply" }) }]
      : []),
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
