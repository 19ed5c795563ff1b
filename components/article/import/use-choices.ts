/** What a person has chosen in a preview: which set-aside lines are back, and which blocks are out. */
"use client";

import { useMemo, useState } from "react";
import type { Review } from "@/lib/article/review";

export interface Choices {
  /** Ids of set-aside lines that are back in the article. */
  restored: ReadonlySet<string>;
  /** Ids of blocks that are out of it. */
  dropped: ReadonlySet<string>;
  /** Puts set-aside lines back in, or out again. */
  restore: (ids: readonly string[], isBack: boolean) => void;
  /** Takes a block out, or in again. */
  drop: (id: string, isOut: boolean) => void;
  /** The choices as the server takes them. */
  ids: Pick<Review, "restored" | "setAside">;
}

export function useChoices(): Choices {
  const [restored, setRestored] = useState<ReadonlySet<string>>(new Set());
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  return useMemo(
    () => ({
      restored,
      dropped,
      restore: (ids, isBack) => setRestored((before) => withIds(before, ids, isBack)),
      drop: (id, isOut) => setDropped((before) => withIds(before, [id], isOut)),
      ids: { restored: [...restored], setAside: [...dropped] },
    }),
    [restored, dropped],
  );
}

function withIds(before: ReadonlySet<string>, ids: readonly string[], isIn: boolean): ReadonlySet<string> {
  const after = new Set(before);
  for (const id of ids) {
    if (isIn) after.add(id);
    else after.delete(id);
  }
  return after;
}
