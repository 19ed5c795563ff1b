/** Says that the list is no longer the newest, and renews it when asked: nothing moves under someone who reads. */
"use client";

import { Affix, Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import type { EventSource } from "./useDiscussion";

interface Props {
  articleId: string;
  events: EventSource | null;
  /** Threads that are read in place, which renew themselves. */
  openThreads: ReadonlySet<string>;
}

export function NewActivity({ articleId, events, openThreads }: Props) {
  const router = useRouter();
  const [isBehind, setBehind] = useState(false);
  const [isRenewing, startRenewing] = useTransition();

  useEffect(
    () =>
      events?.onEvent((event) => {
        if (event.type !== "thread.changed" || event.articleId !== articleId) return;
        const isOnWhole = event.highlightId === null && event.rebuttalId === null;
        if (!isOnWhole && !openThreads.has(event.threadId)) setBehind(true);
      }),
    [events, articleId, openThreads],
  );

  const renew = () =>
    startRenewing(() => {
      setBehind(false);
      router.refresh();
    });

  return (
    <Affix position={{ bottom: 20, left: 0, right: 0 }} ta="center" role="status">
      {(isBehind || isRenewing) && (
        <Button size="compact-md" radius="xl" loading={isRenewing} onClick={renew}>
          There is something new. Show it
        </Button>
      )}
    </Affix>
  );
}
