/** Hears that the moderators' queue changed, whoever changed it, over the page's one socket. */
"use client";

import { useThrottledCallback } from "@mantine/hooks";
import { useEffect } from "react";
import { useLateDocument } from "@/components/live/useLateDocument";
import { useSignal } from "@/components/live/useSignal";
import { deskDocument } from "@/lib/collab/names";

/** How long a change waits for others that come with it, in ms: a hundred decisions make one question. */
const gathering = 300;
const connecting = { state: "connecting" } as const;

/**
 * @param onChange asks for the queue anew; called, too, when something may have been missed
 * @returns whether it hears everything, and what to say when it never will again
 */
export function useDeskEvents(workspaceId: string, userId: string, onChange: () => void) {
  const handle = useLateDocument(deskDocument(workspaceId), userId);
  const status = useSignal(handle?.status ?? null, connecting);
  const tell = useThrottledCallback(onChange, gathering);
  // Nobody writes at the desk, so everything is saved as soon as the server is heard.
  const isLive = status.state === "saved";
  useEffect(
    () =>
      handle?.onEvent(({ type }) => {
        if (type === "queue.changed" || type === "missed") tell();
      }),
    [handle, tell],
  );
  useEffect(() => {
    if (isLive) tell();
  }, [isLive, tell]);
  return { isLive, ended: status.state === "ended" ? status.message : null };
}
