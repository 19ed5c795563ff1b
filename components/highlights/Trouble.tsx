/** Says what happened when a change was refused or the room was closed, keeps what was written, and offers a way on. */
"use client";

import { Alert, Button, Textarea } from "@mantine/core";
import { useSignal } from "@/components/live/useSignal";
import { useRoom } from "./room-context";

const connecting = { state: "connecting" } as const;

export function Trouble({ onRejoin }: { onRejoin(): void }) {
  const { live } = useRoom();
  const status = useSignal(live?.handle.status ?? null, connecting);
  if (status.state !== "refused" && status.state !== "ended") return null;
  const isRefused = status.state === "refused";
  return (
    <Alert
      mb="xl"
      color={isRefused ? "orange" : "gray"}
      title={isRefused ? "This change was refused" : "This room was closed"}
      role="alert"
    >
      <p>{status.message}</p>
      {status.text !== "" && (
        <Textarea
          label="What you had written; copy what you need"
          readOnly
          autosize
          maxRows={8}
          value={status.text}
          mb="sm"
        />
      )}
      {isRefused && (
        <Button size="compact-sm" onClick={onRejoin}>
          Go on with the saved state
        </Button>
      )}
    </Alert>
  );
}
