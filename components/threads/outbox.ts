/** Comments on their way to the server, kept on this device until the server has them. */
import { useCallback, useSyncExternalStore } from "react";
import { z } from "zod";
import { commentBodySchema } from "@/lib/threads/body.schema";
import { partSchema } from "./part";
import { keep, readKept } from "./storage";

const waitingSchema = z.object({
  /** The id that the comment will have; trying again with it can't post twice. */
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  quotedId: z.uuid().nullable().default(null),
  quotedPart: partSchema.nullable().default(null),
  body: commentBodySchema,
  /** When it was written, in milliseconds since 1970. */
  at: z.number(),
});
type Waiting = z.infer<typeof waitingSchema>;

/** What a comment answers and quotes. */
export type Relation = Pick<Waiting, "parentId" | "quotedId" | "quotedPart">;

/** A comment that the server doesn't have yet: on its way, or come back with a reason. */
export type OutgoingComment = Waiting &
  (
    | { state: "sending" }
    /** `isRefused`: the server has read it and didn't take it; otherwise nobody knows whether it arrived. */
    | { state: "failed"; reason: string; isRefused: boolean }
  );

const keyOf = (discussion: string) => `rejoinder.outbox.${discussion}`;
const boxes = new Map<string, readonly OutgoingComment[]>();
const listeners = new Set<() => void>();
const empty: readonly OutgoingComment[] = [];

/** What was still on its way when the page was left: nobody knows whether it arrived, and trying again finds out. */
function loadBox(discussion: string): readonly OutgoingComment[] {
  const kept = z.array(waitingSchema).safeParse(readKept(keyOf(discussion)));
  const reason = "The page was closed before the server confirmed this comment. Trying again will not post it twice.";
  return kept.success ? kept.data.map((waiting) => ({ ...waiting, state: "failed", reason, isRefused: false })) : empty;
}

function boxOf(discussion: string): readonly OutgoingComment[] {
  const box = boxes.get(discussion) ?? loadBox(discussion);
  boxes.set(discussion, box);
  return box;
}

function setBox(discussion: string, box: readonly OutgoingComment[]): void {
  boxes.set(discussion, box);
  const waiting = box.map(({ id, parentId, quotedId, quotedPart, body, at }) => ({
    id,
    parentId,
    quotedId,
    quotedPart,
    body,
    at,
  }));
  keep(keyOf(discussion), waiting.length > 0 ? waiting : null);
  for (const listener of listeners) listener();
}

/** Puts the comment in, or says how it fares. */
export function putOutgoing(discussion: string, comment: OutgoingComment): void {
  const others = boxOf(discussion).filter(({ id }) => id !== comment.id);
  setBox(
    discussion,
    [...others, comment].sort((a, b) => a.at - b.at),
  );
}

/** Takes the comment out: the server has it, or its author gave it up. */
export function removeOutgoing(discussion: string, id: string): void {
  setBox(
    discussion,
    boxOf(discussion).filter((comment) => comment.id !== id),
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The discussion's outgoing comments, oldest first. */
export function useOutbox(discussion: string): readonly OutgoingComment[] {
  const read = useCallback(() => boxOf(discussion), [discussion]);
  return useSyncExternalStore(subscribe, read, () => empty);
}
