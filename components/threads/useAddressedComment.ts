/** The comment that the page's address leads to. */
"use client";

import { useSyncExternalStore } from "react";
import { commentIn } from "@/lib/places";

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}

/** Its id; null when the address leads to none, and on the server, which isn't told. */
export function useAddressedComment(): string | null {
  return useSyncExternalStore(
    subscribe,
    () => commentIn(window.location.hash),
    () => null,
  );
}
