/** How much one was told and hasn't read, as it is now. */
"use client";

import { useEffect, useState } from "react";
import { call } from "@/lib/http/call";
import { onInboxNews } from "./inbox-news";

/** @param initial as the page came with it; every page that comes later brings its own */
export function useUnread(initial: number): number {
  const [count, setCount] = useState({ initial, now: initial });
  if (count.initial !== initial) setCount({ initial, now: initial });
  useEffect(() => {
    let hasLeft = false;
    // Endpoints bring a library of schemas along, which no page should wait for.
    const look = () =>
      import("@/lib/notices/count.endpoint")
        .then(({ countNotices }) => call(countNotices))
        .then(
          ({ unread }) => !hasLeft && setCount((before) => ({ ...before, now: unread })),
          // It stays as it was; the next news brings it up to date.
          () => undefined,
        );
    const stop = onInboxNews(() => void look());
    return () => {
      hasLeft = true;
      stop();
    };
  }, []);
  return count.now;
}
