/** Opens the room at the highlight that the address names, now and whenever the address changes. */
"use client";

import { useEffect } from "react";
import type { RoomStore } from "@/lib/highlights/room-store";
import { highlightAnchor } from "@/lib/places";
import type { RoomActions } from "./use-room-actions";

const prefix = `#${highlightAnchor("")}`;

export function useOpeningHighlight(store: RoomStore, actions: RoomActions): void {
  useEffect(() => {
    const open = () => {
      if (!location.hash.startsWith(prefix)) return;
      const id = location.hash.slice(prefix.length);
      if (store.get(id)) actions.goTo(id);
    };
    open();
    window.addEventListener("hashchange", open);
    return () => window.removeEventListener("hashchange", open);
  }, [store, actions]);
}
