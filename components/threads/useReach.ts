/** Brings a comment of the thread before the reader, loading as many pages as lie between: where a link or a quote leads. */
"use client";

import { useCallback, useEffect, useState } from "react";
import { commentAnchor } from "@/lib/places";
import type { CommentView } from "@/lib/threads/schema";

interface Pages {
  isSuccess: boolean;
  hasNextPage: boolean;
  isFetching: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => Promise<unknown>;
}

interface Reach {
  /** Goes to the comment. */
  reach: (commentId: string) => void;
  /** Whether the last comment that was looked for isn't there (any more). */
  isMissing: boolean;
}

/**
 * @param first the comment that the page's address leads to; null for none
 * @param shown the comments that show
 */
export function useReach(
  first: string | null,
  { isSuccess, hasNextPage, ...pages }: Pages,
  shown: readonly CommentView[],
) {
  const { isFetching, isFetchNextPageError, fetchNextPage } = pages;
  const [wanted, setWanted] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const reach = useCallback((commentId: string) => {
    setMissing(false);
    setWanted(commentId);
  }, []);
  useEffect(() => {
    if (first !== null) reach(first);
  }, [first, reach]);

  useEffect(() => {
    if (wanted === null || !isSuccess || isFetching) return;
    const isThere = shown.some(({ id }) => id === wanted);
    if (isThere) bringUp(wanted);
    else if (hasNextPage && !isFetchNextPageError) {
      void fetchNextPage();
      return;
    }
    setMissing(!isThere);
    setWanted(null);
  }, [wanted, isSuccess, isFetching, hasNextPage, isFetchNextPageError, fetchNextPage, shown]);
  return { reach, isMissing } satisfies Reach;
}

/** Its element has the focus then, so that a keyboard and a screen reader go on from there. */
function bringUp(commentId: string): void {
  const element = document.getElementById(commentAnchor(commentId));
  element?.scrollIntoView({ block: "center" });
  element?.focus({ preventScroll: true });
}
