/** Why the realtime server refuses a frame, keeps a document shut or closes it: the words that client and server share. */
import type { ServerMessage } from "./protocol.schema";

export type { ServerMessage } from "./protocol.schema";

/** Every reason for refusing a frame. Codes are part of the public API: never rename one. */
export const refusalCodes = [
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
  /** The document holds as much as it can. */
  "document-full",
  /** A rebuttal answers or quotes the highlight that would go. */
  "cited",
  /** A moderator has taken the note down. */
  "note-covered",
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
 * Whether a value is a message of the server, as far as a client acts on it. Without zod: every page that goes live
 * loads this, and the schema would be a tenth of all that it loads.
 */
export function isServerMessage(value: unknown): value is ServerMessage {
  if (typeof value !== "object" || value === null) return false;
  const { type, frames, code, message, access, event } = value as Record<string, unknown>;
  switch (type) {
    case "durable":
      return Number.isSafeInteger(frames) && (frames as number) >= 0;
    case "refused":
      return refusalCodes.some((known) => known === code) && typeof message === "string";
    case "access":
      return access === "read" || access === "write";
    case "event":
      return typeof event === "object" && event !== null && "type" in event;
    case "missed":
    case "inbox":
      return true;
    default:
      return false;
  }
}

/** Why a document can't be opened, in the words of Hocuspocus' "permission denied" message. */
export const denials = {
  /** There is no such document, or none for this person: the same answer for both. */
  notFound: "not-found",
  /** The database is away, or the client is of a newer version than this server. Worth trying again. */
  unavailable: "unavailable",
  /** The client knows an older schema, and might delete what it doesn't know. */
  outdated: "outdated",
  /** As many people, or pages of this person, as fit are in the document. */
  full: "full",
  tooManyDocuments: "too-many-documents",
  /** A moderator took it down. Only who may otherwise read it is told. */
  covered: "covered",
} as const;

/** Why the server closed one document or the whole socket: the reason in the close message. */
export const closings = {
  /** A frame was refused; the `refused` message before it says why. */
  refused: "refused",
  /** The person may no longer read this, or it was deleted. */
  gone: "gone",
  /** A moderator took it down just now. */
  covered: "covered",
  signedOut: "signed-out",
  /** The process ends; another takes over. */
  restarting: "restarting",
  /** The client doesn't read what it is sent. Coming back, it gets what it missed. */
  tooSlow: "too-slow",
} as const;

/**
 * The version of what documents may hold: notes, rebuttals, the layer. It grows whenever a schema gains a node, mark or
 * field: an editor deletes what it doesn't know, so a page that knows less must be loaded anew before it may come in.
 */
export const schemaVersion = 2;

/** What a client says in the token of its opening message; who it is was settled when the socket opened. */
export const schemaToken = (version: number): string => `schema:${version}`;

/** The version that the token names; null when it names none, as programs that bring no editor of ours do. */
export function readSchemaToken(token: string): number | null {
  const digits = /^schema:(\d{1,6})$/.exec(token)?.[1];
  return digits === undefined ? null : Number(digits);
}
