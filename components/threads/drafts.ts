/** Words begun and not posted, kept on this device until they are. */
import { type CommentBody, isBlank } from "@/lib/threads/body";
import { commentBodySchema } from "@/lib/threads/body.schema";
import { keep, readKept } from "./storage";

/** What the words are for, as a key: a new comment, a reply to a comment, or an edit of one. */
export function draftKey(discussion: string, use: "new" | `reply-${string}` | `edit-${string}`): string {
  return `rejoinder.draft.${discussion}.${use}`;
}

/** The words kept under the key; null when there are none. */
export function readDraft(key: string): CommentBody | null {
  const draft = commentBodySchema.safeParse(readKept(key));
  return draft.success && !isBlank(draft.data) ? draft.data : null;
}

/** Keeps the words; blank ones and null are forgotten. */
export function keepDraft(key: string, body: CommentBody | null): void {
  keep(key, body === null || isBlank(body) ? null : body);
}
