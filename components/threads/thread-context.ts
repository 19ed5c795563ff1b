/** What every comment of one panel needs to know: who reads, who can be mentioned, and how to change this browser's copy. */
"use client";

import { createContext, useContext } from "react";
import type { CommentBody } from "@/lib/threads/body";
import type { Author, CommentView } from "@/lib/threads/schema";
import type { OutgoingComment, Relation } from "./outbox";

export interface ThreadContext {
  me: Author;
  /** Members of the workspace but oneself. */
  people: readonly Author[];
  canComment: boolean;
  /** Whether the reader may open comments at the moderators' desk. */
  mayModerate: boolean;
  /** Names the discussion among this device's drafts and outboxes. */
  outbox: string;
  /** Shows the comment as it is given. */
  show: (comment: CommentView) => void;
  /** Asks for one comment anew. */
  refreshComment: (commentId: string) => Promise<void>;
  /** Asks for all of them anew. */
  refresh: () => Promise<void>;
  /** What was posted and the server doesn't have yet, in reply to the comment; in reply to none for null. */
  outgoingUnder: (parentId: string | null) => readonly OutgoingComment[];
  post: (body: CommentBody, relation: Relation) => void;
  retry: (comment: OutgoingComment) => void;
  onWriting: (isWriting: boolean) => void;
  /** A key was pressed in what will be a comment; `false`: it was posted or left. */
  onTyping: (isTyping: boolean) => void;
  /** Whether others wrote it since the reader last was here. */
  isNew: (comment: CommentView) => boolean;
  /** Brings a comment of this thread before the reader, also one that isn't loaded yet. */
  reach: (commentId: string) => void;
}

export const ThreadContext = createContext<ThreadContext | null>(null);

/** @throws outside a ThreadPanel */
export function useThread(): ThreadContext {
  const thread = useContext(ThreadContext);
  if (!thread) throw new Error("A comment stands in a ThreadPanel.");
  return thread;
}
