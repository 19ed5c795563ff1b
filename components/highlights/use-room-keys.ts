/** Hears the room's keys wherever the focus is, except where it writes or in a menu or dialog of its own. */
"use client";

import { useEffect } from "react";
import { commandOf, type RoomCommand } from "./room-keys";

const ownKeys = 'input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"], [role="listbox"]';

/** @param run the same function each time; it returns whether it did something, and a key that did nothing stays the browser's */
export function useRoomKeys(run: (command: RoomCommand) => boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = commandOf(event);
      if (!command) return;
      const isElsewhere = event.target instanceof Element && event.target.closest(ownKeys) !== null;
      if (isElsewhere && command !== "palette") return;
      if (run(command)) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [run]);
}
