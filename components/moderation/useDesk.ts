/** What a moderator has before them: the queue, the item at hand, what comes next, what is selected. */
"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call } from "@/lib/http/call";
import { mostAtOnce } from "@/lib/moderation/desk-endpoints";
import { claimReview, readReview } from "@/lib/moderation/endpoints";
import type { ReasonCode } from "@/lib/moderation/reasons";
import { type Queue, type Show, useQueue } from "./useQueue";
import { useSelection } from "./useSelection";

const claimRenewal = 60_000; // ms

const readOne = (reviewId: string) => ({
  queryKey: ["review", reviewId] as const,
  queryFn: () => call(readReview, { params: { reviewId } }),
});

interface Props {
  workspaceId: string;
  meId: string;
  /** The queue as the server read it for the page. */
  queue: Queue;
  /** The item that the address names. */
  opened: string | null;
}

export function useDesk({ workspaceId, meId, queue: initial, opened }: Props) {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(opened);
  const queue = useQueue({ workspaceId, meId, current: chosen }, initial);
  const { ids, entryOf, view, query } = queue;

  // Once something is read, it stays what is read, whatever comes before it.
  const first = query.isPlaceholderData ? null : (ids[0] ?? null);
  if (chosen === null && first !== null) setChosen(first);
  const current = chosen ?? first;

  const review = useQuery({ ...readOne(current ?? ""), enabled: current !== null });
  const item = review.data?.id === current ? review.data : undefined;
  const entries = ids.flatMap((id) => entryOf.get(id) ?? (item?.id === id ? item : []));
  const selection = useSelection(
    entries.flatMap(({ id, status }) => (status === "pending" ? id : [])),
    mostAtOnce,
  );
  const place = entries.findIndex(({ id }) => id === current);
  const nextId = entries[place + 1]?.id ?? null;

  // The next one is there before it is asked for.
  useEffect(() => {
    if (nextId) void queries.prefetchQuery(readOne(nextId));
  }, [queries, nextId]);

  const isPending = item?.status === "pending";
  useEffect(() => {
    if (!current || !isPending) return;
    const params = { reviewId: current };
    // Somebody else's claim shows in the queue; this is a courtesy, and its failing changes nothing.
    const claim = () => void call(claimReview, { params }).catch(() => undefined);
    claim();
    const timer = setInterval(claim, claimRenewal);
    return () => clearInterval(timer);
  }, [current, isPending]);

  return {
    ...queue,
    ...view,
    workspaceId,
    entries,
    review,
    item,
    current,
    selection,
    choose: setChosen,
    /** Selects what is at hand, or not, also before its context is there. */
    toggleCurrent() {
      if (current !== null && entryOf.get(current)?.status === "pending") selection.toggle(current);
    },
    /** Moves up or down the list. */
    go(steps: number) {
      const to = entries[Math.min(Math.max(place + steps, 0), entries.length - 1)];
      if (to) setChosen(to.id);
    },
    /** Leaves what one decided: on to the next that is left, or the first. */
    leave(decided: readonly string[]) {
      const isLeft = ({ id }: { id: string }) => !decided.includes(id);
      const next = current !== null && !decided.includes(current) ? { id: current } : undefined;
      setChosen((next ?? entries.slice(place + 1).find(isLeft) ?? entries.find(isLeft))?.id ?? null);
      queue.take(decided);
    },
    filter(show: Show, reason: ReasonCode | null) {
      queue.setView({ show, reason });
      setChosen(null);
      selection.clear();
    },
  };
}

export type DeskState = ReturnType<typeof useDesk>;
