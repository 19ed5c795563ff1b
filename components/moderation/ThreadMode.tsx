/** What holds in a thread (locked, slow, archived), and for moderators the ways to change it. */
"use client";

import { Button, Group, Menu, Text } from "@mantine/core";
import { IconClock, IconLock } from "@tabler/icons-react";
import type { z } from "zod";
import { toastError } from "@/components/shell/toast";
import { call } from "@/lib/http/call";
import { setThreadMode } from "@/lib/moderation/endpoints";
import { type LockReason, lockReasons, type ThreadMode as Mode } from "@/lib/moderation/thread";

const lockNames: Record<LockReason, string> = {
  off_topic: "off topic",
  resolved: "resolved",
  spam: "spam",
  heated: "too heated",
};
const paces = [
  { seconds: 60, name: "a minute" },
  { seconds: 600, name: "ten minutes" },
  { seconds: 3600, name: "an hour" },
];

interface Props {
  threadId: string;
  mode: Mode;
  mayModerate: boolean;
  onChanged: () => void;
}

type Change = z.input<NonNullable<typeof setThreadMode.body>>;

export function ThreadMode({ threadId, mode, mayModerate, onChanged }: Props) {
  const words = wordsOf(mode);
  if (words === null && !mayModerate) return null;
  const change = (body: Change) => call(setThreadMode, { params: { threadId }, body }).then(onChanged, toastError);
  return (
    <Group gap="xs" justify="space-between" role="group" aria-label="This thread">
      <Group gap={6} wrap="nowrap">
        {words !== null &&
          (mode.state === "open" ? <IconClock size={14} aria-hidden /> : <IconLock size={14} aria-hidden />)}
        <Text size="xs" c="dimmed">
          {words}
        </Text>
      </Group>
      {mayModerate && <ModeMenu mode={mode} onChange={(body) => void change(body)} />}
    </Group>
  );
}

function ModeMenu({ mode, onChange }: { mode: Mode; onChange: (body: Change) => void }) {
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <Button size="compact-xs" variant="subtle" color="gray">
          Moderate the thread
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {mode.state === "open" ? (
          <>
            <Menu.Label>Lock it, because it is</Menu.Label>
            {lockReasons.map((reason) => (
              <Menu.Item key={reason} onClick={() => onChange({ type: "lock", reason })}>
                {lockNames[reason]}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Label>Slow it: between two comments of a person</Menu.Label>
            {paces.map(({ seconds, name }) => (
              <Menu.Item key={seconds} onClick={() => onChange({ type: "slow", seconds })}>
                {name}
              </Menu.Item>
            ))}
            {mode.slowSeconds !== null && (
              <Menu.Item onClick={() => onChange({ type: "unslow" })}>at any pace</Menu.Item>
            )}
            <Menu.Divider />
            <Menu.Item onClick={() => onChange({ type: "archive" })}>Archive it</Menu.Item>
          </>
        ) : (
          <Menu.Item onClick={() => onChange({ type: "open" })}>Open it again</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function wordsOf(mode: Mode): string | null {
  switch (mode.state) {
    case "open":
      return mode.slowSeconds === null ? null : `Slow mode: each person writes once in ${pace(mode.slowSeconds)}.`;
    case "locked":
      return `A moderator locked this thread: ${lockNames[mode.reason]}.`;
    case "archived":
      return "This thread is archived: it can be read, nothing is added.";
  }
}

function pace(seconds: number): string {
  if (seconds % 3600 === 0) return seconds === 3600 ? "an hour" : `${seconds / 3600} hours`;
  if (seconds % 60 === 0) return seconds === 60 ? "a minute" : `${seconds / 60} minutes`;
  return `${seconds} seconds`;
}
