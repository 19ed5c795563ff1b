/** One thread as this browser has it: fetched in pages, and fetched again when the server says it changed. */
"use client";

import { type InfiniteData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import type { DocumentHandle } from "@/lib/collab/client/handle";
import { call } from "@/lib/http/call";
import * as endpoints from "@/lib/threads/endpoints";
import { commentsOf } from "@/lib/threads/pages";
import type { Discussion } from "@/lib/threads/schema";
import { idOf, namedBy, type Subject, subjectOf } from "@/lib/threads/subject";

/** Where the thread hangs. */
export interface DiscussionPlace {
  articleId: string;
  subject: Subject;
}

/** Anything that hears what changed in the database: a realtime document's handle, say. */
export type EventSource = Pick<DocumentHandle, "onEvent">;

const openMode = { state: "open", slowSeconds: null } as const;

type Pages = InfiniteData<Discussion, string | undefined>;

/** The thread's comments, and ways to change this browser's copy of them. */
export function useDiscussion(place: DiscussionPlace, events: EventSource | null, initial: Discussion | undefined) {
  const { articleId, subject } = place;
  const { kind } = subject;
  const id = idOf(subject);
  const queries = useQueryClient();
  const key = useMemo(() => ["discussion", articleId, kind, id] as const, [articleId, kind, id]);

  const query = useInfiniteQuery<Discussion, Error, Pages, typeof key, string | undefined>({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.readDiscussion, {
        params: { articleId },
        query: { ...namedBy(subject), before: pageParam },
        signal,
      }),
    initialPageParam: undefined,
    getNextPageParam: ({ earlier }) => earlier ?? undefined,
    initialData: initial && { pages: [initial], pageParams: [undefined] },
  });

  const refresh = useCallback(() => queries.invalidateQueries({ queryKey: key }), [queries, key]);

  /** Changes the pages at once; an answer that is under way and doesn't know of it yet is dropped. */
  const change = useCallback(
    async (update: (pages: Discussion[]) => Discussion[]) => {
      await queries.cancelQueries({ queryKey: key });
      queries.setQueryData<Pages>(key, (held) => held && { ...held, pages: update(held.pages) });
    },
    [queries, key],
  );

  useEffect(
    () =>
      events?.onEvent((event) => {
        const concerns =
          event.type === "missed" ||
          (event.type === "thread.changed" &&
            event.articleId === articleId &&
            subjectOf(event).kind === kind &&
            idOf(subjectOf(event)) === id);
        if (concerns) void refresh();
      }),
    [events, articleId, kind, id, refresh],
  );

  const pages = query.data?.pages;
  return {
    query,
    threadId: pages?.[0]?.threadId ?? null,
    mode: pages?.[0]?.mode ?? openMode,
    mayModerate: pages?.[0]?.mayModerate ?? false,
    comments: useMemo(() => commentsOf(pages ?? []), [pages]),
    change,
    refresh,
  };
}
