/** Says why the server stopped taking changes, and keeps what was written for copying. */
"use client";

import { Alert, Button, CopyButton, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { SaveStatus } from "@/lib/collab/client/handle";
import classes from "./StoppedNotice.module.css";

interface Props {
  status: Extract<SaveStatus, { state: "refused" | "ended" }>;
  onContinue: () => void;
}

export function StoppedNotice({ status: { state, message, text }, onContinue }: Props) {
  const kept = text.trim();
  return (
    <Alert
      className={classes.notice}
      classNames={{ title: classes.title }}
      color="red"
      variant="outline"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={state === "refused" ? "This change was refused" : "This rebuttal is closed to you"}
    >
      <Text size="sm">{message}</Text>
      {kept !== "" && (
        <>
          <Text size="sm" mt="xs">
            What you had written, and the server doesn’t have:
          </Text>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long text scrolls, so the keyboard must reach it */}
          <blockquote className={classes.kept} tabIndex={0} aria-label="Your text">
            {kept}
          </blockquote>
        </>
      )}
      <Group gap="xs" mt="sm">
        {kept !== "" && (
          <CopyButton value={kept}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy}>
                {copied ? "Copied" : "Copy your text"}
              </Button>
            )}
          </CopyButton>
        )}
        {state === "refused" && (
          <Button size="xs" onClick={onContinue}>
            Go on with the current text
          </Button>
        )}
      </Group>
    </Alert>
  );
}
