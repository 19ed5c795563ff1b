/** Where toasts appear; there from the first toast on. */
"use client";

import dynamic from "next/dynamic";
import { useSyncExternalStore } from "react";

const Notifications = dynamic(() => import("@mantine/notifications").then((module) => module.Notifications), {
  ssr: false,
});

let isWanted = false;
const listeners = new Set<() => void>();

/** Says that a toast is on its way. */
export function wantToasts(): void {
  isWanted = true;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const wanted = useSyncExternalStore(
    subscribe,
    () => isWanted,
    () => false,
  );
  return wanted && <Notifications position="bottom-center" limit={3} />;
}
