/** Writes and reads the frames of Hocuspocus' protocol, as the browser needs them. Pure. */
import { createDecoder, readVarInt, readVarString, readVarUint, readVarUint8Array } from "lib0/decoding";
import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from "lib0/encoding";
import { schemaToken, schemaVersion } from "../protocol";

/** Message types of Hocuspocus, and the subtypes of its sync and auth messages. */
const message = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, syncReply: 4, stateless: 5, close: 7, status: 8 };
const sync = { stateVector: 0, answer: 1, update: 2 };
const auth = { token: 0, denied: 1, allowed: 2 };

/** Told to the server, which then sends pings that this client can hear. */
const clientVersion = "rejoinder-1";

/** The ping, and the answer to it: frames without a document. */
const pingType = 9;
export const pong = Uint8Array.of(10);
export const isPing = (bytes: Uint8Array): boolean => bytes.length === 1 && bytes[0] === pingType;

export type ServerFrame =
  | { kind: "allowed"; access: "read" | "write" }
  | { kind: "denied"; reason: string }
  /** The server says what it has, and asks for the rest. */
  | { kind: "state-vector"; vector: Uint8Array }
  /** The server's answer to what this client said it has. */
  | { kind: "answer"; update: Uint8Array }
  | { kind: "update"; update: Uint8Array }
  | { kind: "awareness"; update: Uint8Array }
  | { kind: "stateless"; payload: string }
  | { kind: "closed"; reason: string }
  | { kind: "other" };

/** The address that the frame is for. */
export const addressOf = (bytes: Uint8Array): string => readVarString(createDecoder(bytes));

/** @throws when the bytes are no frame */
export function readServerFrame(bytes: Uint8Array): ServerFrame {
  const decoder = createDecoder(bytes);
  readVarString(decoder);
  switch (readVarUint(decoder)) {
    case message.sync:
    case message.syncReply: {
      const subtype = readVarUint(decoder);
      const payload = readVarUint8Array(decoder);
      if (subtype === sync.stateVector) return { kind: "state-vector", vector: payload };
      return { kind: subtype === sync.answer ? "answer" : "update", update: payload };
    }
    case message.awareness:
      return { kind: "awareness", update: readVarUint8Array(decoder) };
    case message.auth:
      if (readVarUint(decoder) === auth.denied) return { kind: "denied", reason: readVarString(decoder) };
      return { kind: "allowed", access: readVarString(decoder) === "readonly" ? "read" : "write" };
    case message.stateless:
      return { kind: "stateless", payload: readVarString(decoder) };
    case message.close:
      return { kind: "closed", reason: readVarString(decoder) };
    case message.status:
      readVarInt(decoder);
      return { kind: "other" };
    default:
      return { kind: "other" };
  }
}

function frame(address: string, type: number, write: (encoder: Encoder) => void): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, address);
  writeVarUint(encoder, type);
  write(encoder);
  return toUint8Array(encoder);
}

/** Opens the document. Who opens it is known since the socket was opened; the token says which schema this page knows. */
export const openFrame = (address: string): Uint8Array =>
  frame(address, message.auth, (encoder) => {
    writeVarUint(encoder, auth.token);
    writeVarString(encoder, schemaToken(schemaVersion));
    writeVarString(encoder, clientVersion);
  });

const syncFrame =
  (subtype: number) =>
  (address: string, payload: Uint8Array): Uint8Array =>
    frame(address, message.sync, (encoder) => {
      writeVarUint(encoder, subtype);
      writeVarUint8Array(encoder, payload);
    });

export const stateVectorFrame = syncFrame(sync.stateVector);
export const answerFrame = syncFrame(sync.answer);
export const updateFrame = syncFrame(sync.update);

export const awarenessFrame = (address: string, update: Uint8Array): Uint8Array =>
  frame(address, message.awareness, (encoder) => writeVarUint8Array(encoder, update));

export const closeFrame = (address: string): Uint8Array => frame(address, message.close, () => undefined);
