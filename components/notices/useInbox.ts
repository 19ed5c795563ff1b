/** The inbox as this page has it: the notices that came with it and older ones, and which of them one has read meanwhile. */
"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import type { z } from "zod";
import { onInboxNews } from "@/components/shell/inbox-news";
import { useSubmission } from "@/components/shell/useSubmission";
import { call } from "@/lib/http/call";
import { listNotices, readNotices } from "@/lib/notices/endpoints";
import type { Notice } from "@/lib/notices/schema";

export type NoticePage = z.output<typeof listNotices.response>;

/** @param page the newest notices, as the page came with them */
export function useInbox(page: NoticePage) {
  const [more, setMore] = useState<{ after: NoticePage; notices: Notice[]; next: string | null } | null>(null);
  // What was added to another page may not follow on this one.
  const added = more?.after === page ? more : null;
  const [readHere, setReadHere] = useState<ReadonlySet<string>>(new Set());
  const notices = useMemo(() => [...page.notices, ...(added?.notices ?? [])], [page, added]);
  const next = added === null ? page.next : added.next;

  const older = useSubmission(async () => {
    if (next === null) return;
    const { notices: found, next: rest } = await call(listNotices, { query: { before: next } });
    setMore({ after: page, notices: [...(added?.notices ?? []), ...found], next: rest });
  });

  const isNew = useCallback((notice: Notice) => notice.readAt === null && !readHere.has(keyOf(notice)), [readHere]);
  const tell = useCallback((told: readonly Notice[], send: () => Promise<void>) => {
    setReadHere((held) => new Set([...held, ...told.map(keyOf)]));
    send().catch(() =>
      setReadHere((held) => new Set([...held].filter((key) => !told.some((each) => keyOf(each) === key)))),
    );
  }, []);

  // A decision stands here in full, so it is read by being shown; it stays marked as new for this visit.
  const shown = useMemo(
    () => notices.filter((notice) => "statement" in notice && notice.readAt === null).map(({ id }) => id),
    [notices],
  );
  useEffect(() => {
    // When this fails, they are only new once more.
    if (shown.length > 0) call(readNotices, { body: { ids: shown.slice(0, 100) } }).catch(() => undefined);
  }, [shown]);

  return {
    notices,
    hasNews: useNews(page),
    isNew,
    read: (notice: Notice) => {
      if (isNew(notice)) tell([notice], () => call(readNotices, { body: { ids: [notice.id] } }));
    },
    readAll: () => tell(notices.filter(isNew), () => call(readNotices)),
    older: { ...older, isThere: next !== null },
  };
}

/** Whether something came since the page did. */
function useNews(page: NoticePage): boolean {
  const [newest, setNewest] = useState<Notice | null>(null);
  useEffect(() => {
    let hasLeft = false;
    const look = () =>
      call(listNotices, { query: { limit: 1 } }).then(
        ({ notices: [first] }) => !hasLeft && setNewest(first ?? null),
        () => undefined,
      );
    const stop = onInboxNews(() => void look());
    return () => {
      hasLeft = true;
      stop();
    };
  }, []);
  return newest !== null && newest.createdAt > (page.notices[0]?.createdAt ?? "");
}

/** A notice that grew since is another one to read. */
const keyOf = ({ id, createdAt }: Notice) => `${id} ${createdAt}`;
