/** The line above a thread: in which order it is read, whether it is resolved, and what one wants to hear of it. */
"use client";

import { Badge, Group, NativeSelect } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import type { DiscussionOrder } from "@/lib/threads/place";
import { type Attention, attentions, type ThreadState } from "@/lib/threads/schema";
import { ActionLink } from "./Actions";
import { OrderSelect } from "./OrderSelect";
import classes from "./ThreadBar.module.css";
import { useThreadState } from "./useThreadState";

const attentionNames: Record<Attention, string> = {
  followed: "Following",
  ordinary: "Not following",
  muted: "Muted",
};

interface Props {
  threadId: string;
  state: ThreadState;
  order: DiscussionOrder;
  onOrder: (order: DiscussionOrder) => void;
  /** Asks the server anew how the thread stands. */
  onChanged: () => Promise<void>;
}

export function ThreadBar({ threadId, state, order, onOrder, onChanged }: Props) {
  const { resolved, mayResolve } = state;
  const { attention, chooseAttention, setResolved, isResolving } = useThreadState(threadId, state, onChanged);
  return (
    <Group gap="sm" className={classes.bar}>
      {resolved && (
        <Badge size="sm" variant="light" leftSection={<IconCircleCheck size={12} aria-hidden />}>
          {resolved.by ? `Resolved by ${resolved.by.name}` : "Resolved"}
        </Badge>
      )}
      {mayResolve && (
        <ActionLink onClick={() => !isResolving && setResolved(resolved === null)}>
          {resolved ? "Open again" : "Resolve"}
        </ActionLink>
      )}
      <NativeSelect
        size="xs"
        variant="unstyled"
        className={classes.attention}
        aria-label="What you hear of this thread"
        data={attentions.map((value) => ({ value, label: attentionNames[value] }))}
        value={attention}
        onChange={({ currentTarget }) => {
          const chosen = attentions.find((each) => each === currentTarget.value);
          if (chosen) chooseAttention(chosen);
        }}
      />
      <OrderSelect order={order} onChange={onOrder} />
    </Group>
  );
}
