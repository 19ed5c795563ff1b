/** Reads what one websocket message of Hocuspocus' protocol is, before Hocuspocus sees it, and writes those that pass it by. Pure. */
import { createDecoder, hasContent, readVarString, readVarUint, readVarUint8Array } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from "lib0/encoding";
import { decodeStateVector } from "yjs";
import { inboxAddress } from "../names";
import type { ServerMessage } from "../protocol";

export type Frame =
  | ({ kind: "state-vector" | "update" | "open" | "awareness" | "other" } & Address)
  /** The answer to a ping: one byte, and no document. */
  | { kind: "pong" };

interface Address {
  /** The document's name, with the session's id behind it when the client gave one. */
  address: string;
}

/** Hocuspocus' message types and y-protocols' sync subtypes. */
const message = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, syncReply: 4, stateless: 5, close: 7, pong: 10 };
const sync = { stateVector: 0, answer: 1, update: 2 };
const longestAddress = 200;

/** The frame, or null when these bytes are none, or one that clients have no business sending. */
export function readFrame(bytes: Uint8Array): Frame | null {
  if (bytes.length === 1) return bytes[0] === message.pong ? { kind: "pong" } : null;
  try {
    return readAddressed(bytes);
  } catch {
    return null;
  }
}

function readAddressed(bytes: Uint8Array): Frame | null {
  const decoder = createDecoder(bytes);
  const address = readVarString(decoder);
  const to = { address };
  if (address.length > longestAddress) return null;
  switch (readVarUint(decoder)) {
    case message.sync:
    case message.syncReply: {
      const subtype = readVarUint(decoder);
      const payload = readVarUint8Array(decoder);
      if (subtype === sync.answer || subtype === sync.update) return { kind: "update", ...to };
      if (subtype !== sync.stateVector) return null;
      decodeStateVector(payload);
      return { kind: "state-vector", ...to };
    }
    case message.awareness:
      readVarUint8Array(decoder);
      return { kind: "awareness", ...to };
    case message.auth:
      readVarUint(decoder);
      readVarString(decoder);
      if (hasContent(decoder)) readVarString(decoder);
      return { kind: "open", ...to };
    case message.stateless:
      readVarString(decoder);
      return { kind: "other", ...to };
    case message.queryAwareness:
    case message.close:
      return { kind: "other", ...to };
    default:
      return null;
  }
}

/** A message to the person, whatever documents they have open. */
export function personFrame(said: ServerMessage): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, inboxAddress);
  writeVarUint(encoder, message.stateless);
  writeVarString(encoder, JSON.stringify(said));
  return toUint8Array(encoder);
}
