/** The desk's copy of the queue: what waits, what one looks at, what comes next; live as others work. */
"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { call } from "@/lib/http/call";
import { claimReview, listReviews, readReview } from "@/lib/moderation/endpoints";
import type { ReasonCode } from "@/lib/moderation/reasons";
import type { QueueEntry } from "@/lib/moderation/schema";

export type Show = "pending" | "appeals" | "approved" | "rejected" | "ignored";

/** How often the queue is asked for, in ms: others' decisions show within this time. */
const livePeriod = 4000;
const claimRenewal = 60_000; // ms

export interface Queue {
  entries: QueueEntry[];
  memberAppeals: { userId: string; name: string }[];
  counts: { pending: number; appeals: number };
}

const reviewKey = (reviewId: string) => ["review", reviewId] as const;
const readOne = (reviewId: string) => ({
  queryKey: reviewKey(reviewId),
  queryFn: () => call(readReview, { params: { reviewId } }),
  staleTime: livePeriod,
});

/**
 * @param initial the queue as the server read it for the page
 * @param opened the item that the address names
 */
export function useDesk(workspaceId: string, initial: Queue, opened: string | null) {
  const queries = useQueryClient();
  const [show, setShow] = useState<Show>("pending");
  const [reason, setReason] = useState<ReasonCode | null>(null);
  const [chosen, setChosen] = useState(opened);
  const isFirst = show === "pending" && reason === null;

  const queue = useQuery({
    queryKey: ["reviews", workspaceId, show, reason],
    queryFn: () => call(listReviews, { params: { workspaceId }, query: { show, ...(reason && { reason }) } }),
    initialData: isFirst ? initial : undefined,
    placeholderData: (before) => before,
    refetchInterval: livePeriod,
  });
  const { entries = [], memberAppeals = [], counts = initial.counts } = queue.data ?? {};
  const current = chosen ?? entries[0]?.id ?? null;
  const place = entries.findIndex(({ id }) => id === current);
  const next = entries[place + 1] ?? null;

  const review = useQuery({
    ...readOne(current ?? ""),
    enabled: current !== null,
    refetchInterval: livePeriod,
  });

  // The next one is there before it is asked for.
  const nextId = next?.id;
  useEffect(() => {
    if (nextId) void queries.prefetchQuery(readOne(nextId));
  }, [queries, nextId]);

  const isPending = review.data?.status === "pending" && review.data.id === current;
  useEffect(() => {
    if (!current || !isPending) return;
    const params = { reviewId: current };
    // Somebody else's claim shows in the queue; this is a courtesy, and its failing changes nothing.
    const claim = () => void call(claimReview, { params }).catch(() => undefined);
    claim();
    const timer = setInterval(claim, claimRenewal);
    return () => clearInterval(timer);
  }, [current, isPending]);

  const refresh = useCallback(async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ["reviews", workspaceId] }),
      queries.invalidateQueries({ queryKey: ["review"] }),
    ]);
  }, [queries, workspaceId]);

  /** Moves up or down the list. */
  const go = (steps: number) => {
    const to = entries[Math.min(Math.max(place + steps, 0), entries.length - 1)];
    if (to) setChosen(to.id);
  };

  return {
    queue,
    workspaceId,
    entries,
    memberAppeals,
    counts,
    show,
    reason,
    review,
    current,
    nextId: nextId ?? null,
    choose: setChosen,
    go,
    refresh,
    filter: (nextShow: Show, nextReason: ReasonCode | null) => {
      setShow(nextShow);
      setReason(nextReason);
      setChosen(null);
    },
  };
}

export type DeskState = ReturnType<typeof useDesk>;
