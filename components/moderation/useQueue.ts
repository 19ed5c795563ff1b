/** The desk's copy of the queue: live as others work, and still under whoever reads it. */
"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { call } from "@/lib/http/call";
import { listReviews } from "@/lib/moderation/endpoints";
import type { ReasonCode } from "@/lib/moderation/reasons";
import type { QueueEntry } from "@/lib/moderation/schema";
import { arrange } from "./queue-order";
import { useDeskEvents } from "./useDeskEvents";

export type Show = "pending" | "appeals" | "approved" | "rejected" | "ignored";

export interface Queue {
  entries: QueueEntry[];
  memberAppeals: { userId: string; name: string }[];
  counts: { pending: number; appeals: number };
}

interface View {
  show: Show;
  reason: ReasonCode | null;
}

/** How often the queue is asked for while the socket is away, in ms. */
const slowPeriod = 15_000;

/** How long the list is at most: as much as can be decided at once. */
const mostShown = 100;

interface Place {
  workspaceId: string;
  meId: string;
  /** The item being read, which stays in its place. */
  current: string | null;
}

/** @param initial the queue as the server read it for the page */
export function useQueue({ workspaceId, meId, current }: Place, initial: Queue) {
  const queries = useQueryClient();
  const [view, setView] = useState<View>({ show: "pending", reason: null });
  /** Counts how often the list was ordered anew. */
  const [round, setRound] = useState(0);
  /** What one has decided oneself, and the server's list may still hold. */
  const [handled, setHandled] = useState<ReadonlySet<string>>(new Set());

  const refresh = useCallback(async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ["reviews", workspaceId] }),
      queries.invalidateQueries({ queryKey: ["review"] }),
    ]);
  }, [queries, workspaceId]);
  const onChange = useCallback(() => void refresh(), [refresh]);
  const { isLive, ended } = useDeskEvents(workspaceId, meId, onChange);

  const { show, reason } = view;
  const queue = useQuery({
    queryKey: ["reviews", workspaceId, show, reason],
    queryFn: () =>
      call(listReviews, {
        params: { workspaceId },
        query: { show, limit: String(mostShown), ...(reason && { reason }) },
      }),
    initialData: show === "pending" && reason === null ? initial : undefined,
    placeholderData: (before) => before,
    refetchInterval: isLive || ended !== null ? false : slowPeriod,
  });
  const { entries = [], memberAppeals = [], counts = initial.counts } = queue.data ?? {};
  const ranked = entries.flatMap(({ id }) => (handled.has(id) ? [] : id));

  const key = `${show} ${reason} ${round}`;
  const [order, setOrder] = useState({ key, ids: ranked });
  const isAnew = order.key !== key && !queue.isPlaceholderData;
  const { ids, arrivals } = isAnew ? { ids: ranked, arrivals: 0 } : arrange(order.ids, ranked, current);
  if (isAnew || ids.join() !== order.ids.join()) setOrder({ key: isAnew ? key : order.key, ids });

  /** Asks for everything anew and lets what came take its place. */
  const settle = async () => {
    await refresh();
    setHandled(new Set());
    setRound((before) => before + 1);
  };

  return {
    query: queue,
    /** In the order in which they are shown. One that is being read and has left the queue isn't among them. */
    entryOf: new Map(entries.map((entry) => [entry.id, entry])),
    ids,
    arrivals,
    memberAppeals,
    counts,
    view,
    isLive,
    ended,
    refresh,
    settle,
    /** One's own decision takes these from the list at once. */
    take: (taken: readonly string[]) => {
      setHandled((before) => new Set([...before, ...taken]));
      setOrder((before) => ({ ...before, ids: before.ids.filter((id) => !taken.includes(id)) }));
    },
    setView,
  };
}
