/** Hears what changes around an article on a page that doesn't draw its live layer. */
"use client";

import { useEffect, useState } from "react";
import type { DocumentHandle } from "@/lib/collab/client/handle";
import { articleDocument } from "@/lib/collab/names";
import type { EventSource } from "./useDiscussion";

/** Null until it hears everything; the realtime client loads after the page. */
export function useArticleEvents(articleId: string, userId: string): EventSource | null {
  const [events, setEvents] = useState<EventSource | null>(null);
  useEffect(() => {
    let handle: DocumentHandle | null = null;
    let hasLeft = false;
    const open = async () => {
      const { openDocument } = await import("@/lib/collab/client");
      if (hasLeft) return;
      const opened = openDocument(articleDocument(articleId), { userId });
      handle = opened;
      const listen = () => {
        if (opened.content.get() !== "server") return;
        unsubscribe();
        setEvents(opened);
      };
      const unsubscribe = opened.content.subscribe(listen);
      listen();
    };
    // Out of reach: the page can be read all the same, and comments renew when one comes back to it.
    open().catch(() => undefined);
    return () => {
      hasLeft = true;
      handle?.destroy();
    };
  }, [articleId, userId]);
  return events;
}
