/** Words begun and not posted, kept on this device until they are. */
import { z } from "zod";
import { type CommentBody, isBlank } from "@/lib/threads/body";
import { commentBodySchema } from "@/lib/threads/body.schema";
import { partSchema } from "./part";
import { keep, readKept } from "./storage";

/** What the words are for, as a key: a new comment, a reply to a comment, or an edit of one. */
export function draftKey(discussion: string, use: "new" | `reply-${string}` | `edit-${string}`): string {
  return `rejoinder.draft.${discussion}.${use}`;
}

const quoteSchema = z.object({ part: partSchema.nullable() });
/** What a reply quotes of the comment that it answers: a part of its plain text, or all of it. */
export type KeptQuote = z.infer<typeof quoteSchema>;

const quoteKey = (key: string) => `${key}.quote`;

/** What the words kept under the key quote; null when that is nothing. */
export function readQuote(key: string): KeptQuote | null {
  const quote = quoteSchema.safeParse(readKept(quoteKey(key)));
  return quote.success ? quote.data : null;
}

/** Keeps what the words under the key quote; null is forgotten. */
export function keepQuote(key: string, quote: KeptQuote | null): void {
  keep(quoteKey(key), quote);
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
