/** Whether React has taken the page over. Before, what is typed or chosen would be lost, and the browser itself would send forms. */
"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

export function useIsAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
