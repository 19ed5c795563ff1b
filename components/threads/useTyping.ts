/** Tells the others in a thread that one writes, and who of them does: through the open document's awareness, never what. */
"use client";

import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import type { Awareness } from "y-protocols/awareness";
import type { Subject } from "@/lib/threads/subject";
import { inWords, threadKey, writersIn } from "./writers";

/** Who presses no key for this long writes no longer. Until then nothing more is sent, however fast they type. */
const pause = 4000; // ms

interface Typing {
  /** Who else writes, in words; empty when nobody does. */
  writers: string;
  onTyping: (isTyping: boolean) => void;
}

/**
 * @param awareness null while there is no connection
 * @param isOpen whether the thread can be written in; nobody writes in a closed one
 */
export function useTyping(awareness: Awareness | null, subject: Subject, ownId: string, isOpen: boolean): Typing {
  const key = threadKey(subject);
  const writers = useSyncExternalStore(
    (onChange) => {
      awareness?.on("change", onChange);
      return () => awareness?.off("change", onChange);
    },
    () => (awareness && isOpen ? inWords(writersIn(awareness.getStates().values(), key, ownId)) : ""),
    () => "",
  );

  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const onTyping = useCallback(
    (isTyping: boolean) => {
      if (timer.current) clearTimeout(timer.current);
      timer.current = null;
      if (!awareness) return;
      const says = (awareness.getLocalState() as { writing?: unknown } | null)?.writing === key;
      const should = isTyping && isOpen;
      if (says !== should) awareness.setLocalStateField("writing", should ? key : undefined);
      if (should) timer.current = setTimeout(() => awareness.setLocalStateField("writing", undefined), pause);
    },
    [awareness, key, isOpen],
  );
  // The thread was left, or closed.
  useEffect(() => () => onTyping(false), [onTyping]);
  return { writers, onTyping };
}
