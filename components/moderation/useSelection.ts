/** Which of the entries are selected to be decided together. */
"use client";

import { useState } from "react";

/** @param ids the entries that can be selected, in order; one that is no longer there is not selected either */
export function useSelection(ids: readonly string[], most: number) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  /** Where a range begins. */
  const [anchor, setAnchor] = useState<string | null>(null);
  const selected = ids.filter((id) => chosen.has(id)).slice(0, most);

  return {
    selected,
    has: (id: string) => selected.includes(id),
    toggle(id: string) {
      setAnchor(id);
      setChosen(new Set(selected.includes(id) ? selected.filter((each) => each !== id) : [...selected, id]));
    },
    /** Selects all from the last one that was selected to this one. */
    extendTo(id: string) {
      const [from, to] = [ids.indexOf(anchor ?? id), ids.indexOf(id)].sort((a, b) => a - b) as [number, number];
      setChosen(new Set([...selected, ...ids.slice(Math.max(from, 0), to + 1)]));
    },
    /** Selects all; when all are selected, none. */
    toggleAll() {
      setChosen(new Set(selected.length === Math.min(ids.length, most) ? [] : ids));
    },
    clear() {
      setChosen(new Set());
      setAnchor(null);
    },
  };
}

export type Selection = ReturnType<typeof useSelection>;
