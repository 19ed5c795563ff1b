/** What one process tells the others about a document over Redis, signed: Redis is only the wire, and not trusted. Pure. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from "lib0/decoding";
import {
  createEncoder,
  toUint8Array,
  writeUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from "lib0/encoding";
import { type DocumentName, parseDocumentName } from "../names";

export type PeerNews =
  /** An edit that the process accepted. */
  | { kind: "update"; update: Uint8Array }
  /** Where its people are, as y-protocols encodes it. */
  | { kind: "places"; update: Uint8Array }
  /** It opened the document, and wants to hear what isn't in the database yet and where everyone is. */
  | { kind: "hello" }
  /** It may not have been heard for a while: what it said meanwhile is in the log. */
  | { kind: "gap" }
  /** It let the document go. */
  | { kind: "bye" };

export interface PeerMessage {
  from: string;
  document: DocumentName;
  /** Which of its messages about the document this is, from 1: one that is missing was lost. */
  number: number;
  news: PeerNews;
}

const kinds = ["update", "places", "hello", "gap", "bye"] as const satisfies PeerNews["kind"][];
const signatureLength = 16; // bytes

/** @param key known to the processes of one installation alone */
export function encodePeerMessage({ from, document, number, news }: PeerMessage, key: string): Buffer {
  const encoder = createEncoder();
  writeVarString(encoder, from);
  writeVarString(encoder, document);
  writeVarUint(encoder, number);
  writeVarUint(encoder, kinds.indexOf(news.kind));
  if ("update" in news) writeVarUint8Array(encoder, news.update);
  const body = toUint8Array(encoder);
  const signed = createEncoder();
  writeUint8Array(signed, signatureOf(body, key));
  writeUint8Array(signed, body);
  return Buffer.from(toUint8Array(signed));
}

/** The message; null when it isn't one of ours, or none that this version knows. */
export function decodePeerMessage(bytes: Uint8Array, key: string): PeerMessage | null {
  const body = Uint8Array.from(bytes.subarray(signatureLength));
  const signature = bytes.subarray(0, signatureLength);
  if (signature.length < signatureLength || !timingSafeEqual(signature, signatureOf(body, key))) return null;
  const decoder = createDecoder(body);
  const from = readVarString(decoder);
  const document = readVarString(decoder) as DocumentName;
  const number = readVarUint(decoder);
  const news = readNews(decoder);
  return news && parseDocumentName(document) ? { from, document, number, news } : null;
}

function readNews(decoder: ReturnType<typeof createDecoder>): PeerNews | null {
  const kind = kinds[readVarUint(decoder)];
  switch (kind) {
    case "update":
    case "places":
      return { kind, update: readVarUint8Array(decoder) };
    case "hello":
    case "gap":
    case "bye":
      return { kind };
    default:
      return null;
  }
}

const signatureOf = (body: Uint8Array, key: string): Buffer =>
  createHmac("sha256", key).update(body).digest().subarray(0, signatureLength);
