/** Tells the server how far one has read a thread, and keeps in mind what was new when one came. */
"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "@/lib/http/call";
import * as endpoints from "@/lib/threads/endpoints";
import { numberOf } from "@/lib/threads/place";
import type { CommentView, ThreadState } from "@/lib/threads/schema";

interface Reading {
  /** Whether others wrote it since the reader last was here. */
  isNew: (comment: CommentView) => boolean;
}

/**
 * @param isInSight whether the end of what shows is on the reader's screen
 */
export function useReading(
  threadId: string | null,
  state: ThreadState | null,
  shown: readonly CommentView[],
  readerId: string,
  isInSight: boolean,
): Reading {
  const [cameAt, setCameAt] = useState<number | null>(null);
  const told = useRef(0);
  if (cameAt === null && state !== null) setCameAt(state.readUpTo);
  const isMuted = state?.attention === "muted";
  const newest = shown.reduce((most, { place }) => Math.max(most, numberOf(place)), 0);
  const readUpTo = state?.readUpTo ?? 0;

  useEffect(() => {
    const known = Math.max(told.current, readUpTo);
    if (threadId === null || !isInSight || newest <= known || document.hidden) return;
    told.current = newest;
    // A mark that doesn't arrive is made good by the next one; there is nothing to tell the reader.
    call(endpoints.markRead, { params: { threadId }, body: { upTo: newest } }).catch(() => {
      told.current = 0;
    });
  }, [threadId, isInSight, newest, readUpTo]);

  const isNew = useCallback(
    (comment: CommentView) =>
      comment.kind === "comment" &&
      cameAt !== null &&
      !isMuted &&
      comment.author?.id !== readerId &&
      numberOf(comment.place) > cameAt,
    [cameAt, isMuted, readerId],
  );
  return { isNew };
}
