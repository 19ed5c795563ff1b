/** What every comment of one panel needs to know: who reads, who can be mentioned, and how to change this browser's copy. */
"use client";

import { createContext, useContext } from "react";
import type { Author, Discussion } from "@/lib/threads/schema";

export interface ThreadContext {
  me: Author;
  /** Members of the workspace but oneself. */
  people: readonly Author[];
  canComment: boolean;
  /** Whether the reader may open comments at the moderators' desk. */
  mayModerate: boolean;
  /** Names the discussion among this device's drafts and outboxes. */
  outbox: string;
  change: (update: (pages: Discussion[]) => Discussion[]) => Promise<void>;
  refresh: () => Promise<void>;
}

export const ThreadContext = createContext<ThreadContext | null>(null);

/** @throws outside a ThreadPanel */
export function useThread(): ThreadContext {
  const thread = useContext(ThreadContext);
  if (!thread) throw new Error("A comment stands in a ThreadPanel.");
  return thread;
}
