/** One thread as this browser has it: fetched in pages, and what changes since, comment by comment, as the server tells. */
"use client";

import { type InfiniteData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { DocumentHandle } from "@/lib/collab/client/handle";
import { call } from "@/lib/http/call";
import * as endpoints from "@/lib/threads/endpoints";
import { commentsOf, noChanges, withChanges, withoutChanges } from "@/lib/threads/pages";
import type { DiscussionOrder } from "@/lib/threads/place";
import type { CommentView, Discussion } from "@/lib/threads/schema";
import { idOf, namedBy, type Subject, subjectOf } from "@/lib/threads/subject";

/** Where the thread hangs. */
export interface DiscussionPlace {
  articleId: string;
  subject: Subject;
}

/** Where one hears what changed in the database, and who is there: a realtime document's handle. */
export type EventSource = Pick<DocumentHandle, "onEvent" | "awareness">;

const openMode = { state: "open", slowSeconds: null } as const;

interface Options {
  order: DiscussionOrder;
  readerId: string;
  events: EventSource | null;
  /** The page that it opens with in the order of writing, when the server has already read it. */
  initial: Discussion | undefined;
}

/** Comments in a page that somebody asks for, who means to read on. */
const nextPage = 200;

/** The thread's comments, and ways to change this browser's copy of them. */
export function useDiscussion(place: DiscussionPlace, { order, readerId, events, initial }: Options) {
  const { articleId, subject } = place;
  const { kind } = subject;
  const id = idOf(subject);
  const queries = useQueryClient();
  const key = useMemo(() => ["discussion", articleId, kind, id, order] as const, [articleId, kind, id, order]);
  const [changes, setChanges] = useState(noChanges);
  const latestChanges = useRef(changes);
  useEffect(() => {
    latestChanges.current = changes;
  });

  const query = useInfiniteQuery<
    Discussion,
    Error,
    InfiniteData<Discussion, string | undefined>,
    typeof key,
    string | undefined
  >({
    queryKey: key,
    queryFn: ({ pageParam: from, signal }) =>
      call(endpoints.readDiscussion, {
        params: { articleId },
        query: { ...namedBy(subject), order, from, ...(from && { limit: nextPage }) },
        signal,
      }),
    initialPageParam: undefined,
    getNextPageParam: ({ more }) => more ?? undefined,
    initialData: initial && order === "oldest" ? { pages: [initial], pageParams: [undefined] } : undefined,
  });

  /** Asks for everything anew. */
  const refresh = useCallback(async () => {
    const before = latestChanges.current;
    await queries.invalidateQueries({ queryKey: key });
    // What came while the answer was under way may be newer than it, and an answer that failed brought nothing.
    if (queries.getQueryState(key)?.status === "success") setChanges((held) => withoutChanges(held, before));
  }, [queries, key]);

  /** Shows the comment as it is given, whatever the pages say of it. */
  const show = useCallback((comment: CommentView) => setChanges((held) => withChanges(held, [comment])), []);

  /** Asks for one comment anew, and for what shows or is gone because of it. */
  const refreshComment = useCallback(async (commentId: string) => {
    const { comments, gone } = await call(endpoints.readComment, { params: { commentId } });
    setChanges((held) => withChanges(held, comments, gone));
  }, []);

  // What changed between the page's first answer and hearing of changes is asked for once.
  const cameWithPage = useRef(initial !== undefined);
  useEffect(() => {
    if (!events || !cameWithPage.current) return;
    cameWithPage.current = false;
    void refresh();
  }, [events, refresh]);

  useEffect(
    () =>
      events?.onEvent((event) => {
        if (event.type === "missed") {
          void refresh();
          return;
        }
        const concerns =
          event.type === "thread.changed" &&
          event.articleId === articleId &&
          subjectOf(event).kind === kind &&
          idOf(subjectOf(event)) === id;
        if (!concerns) return;
        // The first comment makes the thread, whose id only a page tells.
        const isKnown = queries.getQueryData<InfiniteData<Discussion>>(key)?.pages[0]?.threadId === event.threadId;
        if (event.commentId && isKnown) refreshComment(event.commentId).catch(refresh);
        else void refresh();
      }),
    [events, articleId, kind, id, key, queries, refresh, refreshComment],
  );

  const pages = query.data?.pages;
  return {
    query,
    threadId: pages?.[0]?.threadId ?? null,
    state: pages?.[0]?.state ?? null,
    mode: pages?.[0]?.mode ?? openMode,
    mayModerate: pages?.[0]?.mayModerate ?? false,
    comments: useMemo(() => commentsOf(pages ?? [], changes, order, readerId), [pages, changes, order, readerId]),
    show,
    refresh,
    refreshComment,
  };
}
