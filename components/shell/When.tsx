/** A moment, as how long ago it was; the exact time on hover. */
"use client";

import { useSyncExternalStore } from "react";
import { ago, momentInWords } from "@/lib/dates";

const tick = 60_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

/** One clock for the page: a long thread shows thousands of times. */
function subscribe(onTick: () => void): () => void {
  listeners.add(onTick);
  timer ??= setInterval(() => {
    for (const listener of listeners) listener();
  }, tick);
  return () => {
    listeners.delete(onTick);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

const thisMinute = () => Math.floor(Date.now() / tick) * tick;

interface Props {
  /** Milliseconds since 1970. */
  at: number;
  className?: string;
}

export function When({ at, className }: Props) {
  // On the server and until hydration there is no "now" that both sides share, so the day stands there.
  const now = useSyncExternalStore(subscribe, thisMinute, () => null);
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={now === null ? undefined : new Date(at).toLocaleString()}
      className={className}
    >
      {now === null ? momentInWords(at) : ago(at, Math.max(now, at))}
    </time>
  );
}
