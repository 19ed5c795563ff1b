/** What was refused or closed, in the server's words, with what the person had written to copy. */
"use client";

import { Alert, Button, Textarea } from "@mantine/core";

interface Props {
  kind: "refused" | "ended";
  message: string;
  /** What the server doesn't have; empty when there is nothing. */
  text: string;
  onRejoin(): void;
}

export function TroubleNotice({ kind, message, text, onRejoin }: Props) {
  return (
    <Alert
      mb="xl"
      color={kind === "refused" ? "orange" : "gray"}
      title={kind === "refused" ? "This change was refused" : "This room was closed"}
      role="alert"
    >
      <p>{message}</p>
      {text !== "" && (
        <Textarea label="What you had written; copy what you need" readOnly autosize maxRows={8} value={text} mb="sm" />
      )}
      {kind === "refused" && (
        <Button size="compact-sm" onClick={onRejoin}>
          Go on with the saved state
        </Button>
      )}
    </Alert>
  );
}
