/** Keeps the page where another person reads, until oneself scrolls. */
"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Participant } from "@/lib/highlights/presence";
import type { RoomPerson } from "@/lib/highlights/room-highlight";
import type { RoomContextValue } from "./room-context";
import { showPlace } from "./use-room-actions";

interface Following {
  followed: RoomPerson | null;
  follow(userId: string | null): void;
}

/** Keys with which one scrolls or goes elsewhere in the room. */
const ownWays = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " ", "j", "k"]);

export function useFollowing(room: RoomContextValue, participants: readonly Participant[]): Following {
  const [userId, setUserId] = useState<string | null>(null);
  const { article, ranges, announce } = room;
  const participant = participants.find(({ person }) => person.id === userId);
  const place = participant?.reading ?? null;

  useEffect(() => {
    if (place !== null) showPlace(article.current, ranges, place);
  }, [article, ranges, place]);

  const isFollowing = participant !== undefined;
  useEffect(() => {
    if (!isFollowing) return;
    const stop = () => setUserId(null);
    const stopByKey = ({ key, target }: KeyboardEvent) => {
      const isElsewhere = target instanceof Element && target.closest('input, [contenteditable="true"], [role="menu"]');
      if (ownWays.has(key) && !isElsewhere) stop();
    };
    // What is pressed beside the page's content is its scroll bar.
    const stopByBar = ({ target }: PointerEvent) => {
      if (target === document.documentElement) stop();
    };
    window.addEventListener("wheel", stop, { passive: true });
    window.addEventListener("touchmove", stop, { passive: true });
    window.addEventListener("keydown", stopByKey);
    window.addEventListener("pointerdown", stopByBar);
    return () => {
      window.removeEventListener("wheel", stop);
      window.removeEventListener("touchmove", stop);
      window.removeEventListener("keydown", stopByKey);
      window.removeEventListener("pointerdown", stopByBar);
    };
  }, [isFollowing]);

  const latest = useRef(participants);
  latest.current = participants;
  const follow = useCallback(
    (next: string | null) => {
      setUserId(next);
      const name = latest.current.find(({ person }) => person.id === next)?.person.name;
      announce(name ? `Following ${name}` : "No longer following");
    },
    [announce],
  );

  return { followed: participant?.person ?? null, follow };
}
