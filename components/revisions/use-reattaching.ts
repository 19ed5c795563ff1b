/** Which highlight without a place somebody is selecting a new passage for; the address may ask for it too. */
"use client";

import { useEffect, useState } from "react";
import type { UnplacedHighlight } from "@/lib/highlights/room-highlight";
import { reattachedBy } from "@/lib/places";

interface Reattaching {
  /** Null while nobody selects. */
  highlight: UnplacedHighlight | null;
  begin(highlight: UnplacedHighlight): void;
  end(): void;
}

export function useReattaching(unplaced: readonly UnplacedHighlight[]): Reattaching {
  const [id, setId] = useState<string | null>(null);

  useEffect(() => {
    const look = () => {
      const asked = reattachedBy(location.hash);
      if (asked) setId(asked);
    };
    look();
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, []);

  return {
    highlight: unplaced.find((highlight) => highlight.id === id) ?? null,
    begin: (highlight) => setId(highlight.id),
    end() {
      setId(null);
      // What was done once isn't asked for again when the page is loaded anew.
      if (reattachedBy(location.hash)) history.replaceState(history.state, "", location.pathname);
    },
  };
}
