/** A value of the realtime client, as React sees it. */
"use client";

import { useSyncExternalStore } from "react";
import type { Signal } from "@/lib/collab/client/handle";

/** The signal's value now; the component renders again when it changes. `fallback` stands in on the server and without a signal. */
export function useSignal<T>(signal: Signal<T> | null, fallback: T): T {
  return useSyncExternalStore(
    signal ? signal.subscribe : never,
    () => signal?.get() ?? fallback,
    () => fallback,
  );
}

const never = () => () => undefined;
