/** Hears that there may be something else in one's inbox; the realtime client loads after the page. */
"use client";

/** @returns a function that stops it */
export function onInboxNews(onNews: () => void): () => void {
  let hasLeft = false;
  let stop = () => {};
  import("@/lib/collab/client/inbox-line").then(
    ({ hearOfInbox }) => {
      if (!hasLeft) stop = hearOfInbox(onNews);
    },
    // Out of reach: the next page counts anew.
    () => undefined,
  );
  return () => {
    hasLeft = true;
    stop();
  };
}
