/** Keeps the room's answers and comment counts true to the database while others work. */
"use client";

import { useEffect } from "react";
import type { FactRows } from "@/lib/highlights/read-facts";
import type { HighlightFacts, RoomStore } from "@/lib/highlights/room-store";
import type { LiveRoom } from "./live-room";
import { throttled } from "./throttle";

/** Shortest time between two questions, in ms: a lively thread is not worth a question for each word. */
const interval = 2000;

export function factsOf({ answered, comments }: FactRows): HighlightFacts {
  return {
    answered: new Set(answered),
    comments: new Map(comments.map(({ highlightId, count }) => [highlightId, count])),
  };
}

export function useRoomFacts(live: LiveRoom | null, articleId: string, store: RoomStore): void {
  useEffect(() => {
    if (!live) return;
    const gone = new AbortController();
    const ask = throttled(async () => {
      const [{ call }, { readHighlightFacts }] = await Promise.all([
        import("@/lib/http/call"),
        import("@/lib/highlights/endpoints"),
      ]);
      const facts = await call(readHighlightFacts, { params: { articleId }, signal: gone.signal }).catch(() => null);
      // Out of reach: the counts stay as they were, and `missed` asks again after the connection is back.
      if (facts && !gone.signal.aborted) store.setFacts(factsOf(facts));
    }, interval);
    const stop = live.handle.onEvent((event) => {
      const isAboutUs = event.type === "missed" || event.type === "thread.changed" || event.type === "rebuttal.changed";
      if (isAboutUs) ask(undefined);
    });
    return () => {
      stop();
      ask.cancel();
      gone.abort();
    };
  }, [live, articleId, store]);
}
