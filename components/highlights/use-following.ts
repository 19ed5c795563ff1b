/** Keeps the page where another person reads, until oneself scrolls. */
"use client";

import { useEffect, useState } from "react";
import type { Participant } from "@/lib/highlights/presence";
import type { RoomPerson } from "@/lib/highlights/room-highlight";
import type { RoomContextValue } from "./room-context";
import { showPlace } from "./use-room-actions";

interface Following {
  followed: RoomPerson | null;
  follow(userId: string | null): void;
}

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
    window.addEventListener("wheel", stop, { passive: true });
    window.addEventListener("touchmove", stop, { passive: true });
    return () => {
      window.removeEventListener("wheel", stop);
      window.removeEventListener("touchmove", stop);
    };
  }, [isFollowing]);

  return {
    followed: participant?.person ?? null,
    follow(next) {
      setUserId(next);
      const name = participants.find(({ person }) => person.id === next)?.person.name;
      announce(name ? `Following ${name}` : "No longer following");
    },
  };
}
