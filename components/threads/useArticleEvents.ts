/** Hears what changes around an article on a page that doesn't draw its live layer. */
"use client";

import { useLateDocument } from "@/components/live/useLateDocument";
import { useSignal } from "@/components/live/useSignal";
import { articleDocument } from "@/lib/collab/names";
import type { EventSource } from "./useDiscussion";

/** Null until it hears everything. */
export function useArticleEvents(articleId: string, userId: string): EventSource | null {
  const handle = useLateDocument(articleDocument(articleId), userId);
  const content = useSignal(handle?.content ?? null, "none");
  return content === "server" ? handle : null;
}
