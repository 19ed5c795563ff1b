/** Which of a discussion's comments show now, which wait for the reader's word, and what a screen reader says of them. */
"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { allOf, arrivalsIn, type Seen, splitArrivals, withShown } from "@/lib/threads/arrivals";
import type { CommentView } from "@/lib/threads/schema";

interface ShownComments {
  shown: CommentView[];
  held: CommentView[];
  /** What came last, in words. */
  news: string;
  showHeld: () => void;
}

/**
 * @param comments what this browser has; null before the first answer
 * @param isWriting whether the reader writes below the comments
 */
export function useArrivals(comments: CommentView[] | null, readerId: string, isWriting: boolean): ShownComments {
  const [seen, setSeen] = useState<Seen | null>(null);
  const [news, setNews] = useState("");
  const told = useRef(new Set<string>());

  const { shown, held } = useMemo(() => {
    if (comments === null) return { shown: [], held: [] };
    return splitArrivals(comments, seen ?? allOf(comments), readerId, isWriting);
  }, [comments, seen, readerId, isWriting]);

  useEffect(() => {
    if (comments === null) return;
    setSeen((old) => (old === null ? allOf(comments) : withShown(old, shown)));
  }, [comments, shown]);

  useEffect(() => {
    if (comments === null || seen === null) return;
    const untold = arrivalsIn(comments, seen, readerId).filter(({ id }) => !told.current.has(id));
    if (untold.length === 0) return;
    for (const { id } of untold) told.current.add(id);
    setNews(inWords(untold));
  }, [comments, seen, readerId]);

  const showHeld = useCallback(() => {
    if (comments !== null) setSeen(allOf(comments));
  }, [comments]);
  return { shown, held, news, showHeld };
}

function inWords(comments: readonly CommentView[]): string {
  const [first] = comments;
  if (comments.length > 1 || first?.kind !== "comment") return `${comments.length} new comments`;
  return `New comment by ${first.author?.name ?? "someone who left"}`;
}
