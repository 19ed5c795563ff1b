/** Opens the article's realtime layer for as long as the room is shown. */
"use client";

import { useEffect, useRef, useState } from "react";
import type { RoomStore } from "@/lib/highlights/room-store";
import type { LiveRoom, RoomRevision } from "./live-room";

interface Options {
  articleId: string;
  userId: string;
  revision: RoomRevision;
  store: RoomStore;
  /** Counts up to leave and join anew. */
  session: number;
}

/** Null until the realtime code is loaded; it comes after the article, which is readable without it. */
export function useLiveRoom({ articleId, userId, revision, store, session }: Options): LiveRoom | null {
  const [live, setLive] = useState<LiveRoom | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new session is a reason to join anew
  useEffect(() => {
    let joined: LiveRoom | null = null;
    let isGone = false;
    void import("./live-room").then(({ joinRoom }) => {
      if (isGone) return;
      joined = joinRoom({ articleId, userId, revision, store });
      setLive(joined);
    });
    return () => {
      isGone = true;
      setLive(null);
      joined?.leave();
    };
  }, [articleId, userId, revision, store, session]);

  useWarningBeforeLeaving(live);
  return live;
}

/** Asks before the tab is closed while something isn't on the server. */
function useWarningBeforeLeaving(live: LiveRoom | null): void {
  const latest = useRef(live);
  latest.current = live;
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const status = latest.current?.handle.status.get();
      const waits = status?.state === "saving" || (status?.state === "offline" && status.kept + status.unkept > 0);
      if (waits) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);
}
