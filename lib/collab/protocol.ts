/** What the realtime server tells a client beside Yjs: JSON in Hocuspocus stateless messages, and why a frame was refused. */
import { z } from "zod";
import { eventSchema } from "@/lib/db/events.schema";

/** Every reason for refusing a frame. Codes are part of the public API: never rename one. */
const refusalCodes = [
  /** The bytes are no Yjs update, or hold something that these documents never hold. */
  "malformed",
  "too-large",
  /** The frame builds on changes that the server hasn't seen. */
  "missing-dependency",
  /** The frame writes in the name of another open client. */
  "foreign-client",
  "unknown-root",
  /** Only the server writes there. */
  "server-only",
  "read-only",
  "forged-author",
  "not-yours",
  /** An author, a creation time or a note that was there would be another. */
  "fixed-field",
  "invalid-highlight",
  "range-outside",
  "wrong-text",
  /** Another article's highlight has this id. */
  "id-taken",
  "too-many",
  /** A rebuttal answers or quotes the highlight that would go. */
  "cited",
  "outside-schema",
  "quote-not-in-article",
  "unknown-highlight",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  code: RefusalCode;
  /** What happened and what to do, for a person. */
  message: string;
}

/**
 * - `durable`: the first `frames` update frames (SyncStep2 and Update alike, from 1) that this connection sent for this
 *   document are in the database.
 * - `refused`: a frame was not accepted. Unless the code is `read-only`, the document is closed for this connection.
 * - `access`: from now on this connection may (not) write in this document.
 * - `event`: something around the document changed in the database.
 * - `missed`: events may have been lost; ask again for what they are about.
 */
export const serverMessageSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("durable"), frames: z.number().int().nonnegative() }),
  z.object({ type: z.literal("refused"), code: z.enum(refusalCodes), message: z.string() }),
  z.object({ type: z.literal("access"), access: z.enum(["read", "write"]) }),
  z.object({ type: z.literal("event"), event: eventSchema }),
  z.object({ type: z.literal("missed") }),
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;

/** Why a document can't be opened, in the words of Hocuspocus' "permission denied" message. */
export const denials = {
  /** There is no such document, or none for this person: the same answer for both. */
  notFound: "not-found",
  /** The database is away. Worth trying again. */
  unavailable: "unavailable",
} as const;

/** Why the server closed one document or the whole socket: the reason in the close message. */
export const closings = {
  /** A frame was refused; the `refused` message before it says why. */
  refused: "refused",
  /** The person may no longer read this, or it was deleted. */
  gone: "gone",
  signedOut: "signed-out",
  /** The process ends; another takes over. */
  restarting: "restarting",
} as const;
