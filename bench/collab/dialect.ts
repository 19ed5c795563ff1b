/** What goes over the wire to and from each server, in one vocabulary. Pure. */
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from "lib0/decoding";
import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from "lib0/encoding";

export type Incoming =
  | { kind: "state-vector" | "answer" | "update" | "awareness"; bytes: Uint8Array }
  | { kind: "durable"; frames: number }
  | { kind: "refused"; why: string }
  | { kind: "other" };

export interface Dialect {
  address(url: string, room: string): string;
  /** What opens the room, if anything must be said. */
  open(room: string): Uint8Array | null;
  sync(room: string, kind: "state-vector" | "answer" | "update", payload: Uint8Array): Uint8Array;
  awareness(room: string, payload: Uint8Array): Uint8Array;
  read(bytes: Uint8Array): Incoming;
}

const sync = { "state-vector": 0, answer: 1, update: 2 } as const;
const syncKinds = ["state-vector", "answer", "update"] as const;
const type = { sync: 0, awareness: 1, auth: 2, stateless: 5, close: 7 };

function written(write: (encoder: Encoder) => void): Uint8Array {
  const encoder = createEncoder();
  write(encoder);
  return toUint8Array(encoder);
}

/** y-protocols' messages with the document's name before them, and some more kinds. */
export const hocuspocusDialect: Dialect = {
  address: (url) => `${url}/collab`,
  open: (room) =>
    written((encoder) => {
      writeVarString(encoder, room);
      writeVarUint(encoder, type.auth);
      writeVarUint(encoder, 0);
      writeVarString(encoder, "");
    }),
  sync: (room, kind, payload) =>
    written((encoder) => {
      writeVarString(encoder, room);
      writeVarUint(encoder, type.sync);
      writeVarUint(encoder, sync[kind]);
      writeVarUint8Array(encoder, payload);
    }),
  awareness: (room, payload) =>
    written((encoder) => {
      writeVarString(encoder, room);
      writeVarUint(encoder, type.awareness);
      writeVarUint8Array(encoder, payload);
    }),
  read(bytes) {
    if (bytes.length === 1) return { kind: "other" };
    const decoder = createDecoder(bytes);
    readVarString(decoder);
    const kind = readVarUint(decoder);
    if (kind === type.auth && readVarUint(decoder) === 1) return { kind: "refused", why: readVarString(decoder) };
    if (kind === type.close) return { kind: "refused", why: readVarString(decoder) };
    if (kind === type.stateless) return readStateless(readVarString(decoder));
    return readPlain(kind, decoder);
  },
};

/** y-protocols' messages alone; the room is in the address. */
export const yWebsocketDialect: Dialect = {
  address: (url, room) => `${url}/${encodeURIComponent(room)}`,
  open: () => null,
  sync: (_room, kind, payload) =>
    written((encoder) => {
      writeVarUint(encoder, type.sync);
      writeVarUint(encoder, sync[kind]);
      writeVarUint8Array(encoder, payload);
    }),
  awareness: (_room, payload) =>
    written((encoder) => {
      writeVarUint(encoder, type.awareness);
      writeVarUint8Array(encoder, payload);
    }),
  read(bytes) {
    const decoder = createDecoder(bytes);
    return readPlain(readVarUint(decoder), decoder);
  },
};

function readPlain(kind: number, decoder: ReturnType<typeof createDecoder>): Incoming {
  if (kind === type.awareness) return { kind: "awareness", bytes: readVarUint8Array(decoder) };
  if (kind !== type.sync) return { kind: "other" };
  const what = syncKinds[readVarUint(decoder)];
  return what ? { kind: what, bytes: readVarUint8Array(decoder) } : { kind: "other" };
}

function readStateless(payload: string): Incoming {
  const { type: kind, frames, code }: { type?: string; frames?: number; code?: string } = JSON.parse(payload);
  if (kind === "durable" && frames !== undefined) return { kind: "durable", frames };
  return kind === "refused" ? { kind: "refused", why: code ?? "" } : { kind: "other" };
}
