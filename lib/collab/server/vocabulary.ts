/** Reads what a Yjs update is made of, item by item, and refuses what these documents never hold. Pure. */
import * as Y from "yjs";
import type { Refusal } from "../protocol";
import type { SharedType } from "./shared-type";

/** What an update of one kind of document may be made of. */
export interface Vocabulary {
  /** Whether a text format of this name may have this value (null ends it). */
  allowsFormat(name: string, value: unknown): boolean;
  allowsType(type: SharedType): boolean;
}

/** What must be known of an update before it is applied. */
export interface Reading {
  /** The end of what it brings of each client's clock. */
  ends: Map<number, number>;
  /** Keys set directly in a root type. */
  keys: Set<string>;
  /** Neighbours of maps that don't say where they stand: they stand where the neighbour does. */
  neighbours: Y.ID[];
  /** Texts set as fields or attributes. */
  values: Set<string>;
  /** How many code units of text it brings. */
  length: number;
  deletions: { client: number; clock: number; end: number }[];
}

const malformed = (message: string): Refusal => ({ code: "malformed", message });

/**
 * Reads the update. Every format, type and value that will ever stand in a document came in some update, also those that
 * don't show yet, so it is here that they are held to the vocabulary.
 */
export function readUpdate(update: Uint8Array, vocabulary: Vocabulary): Reading | Refusal {
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return malformed("The frame holds no Yjs update.");
  }
  const reading: Reading = {
    ends: new Map(),
    keys: new Set(),
    neighbours: [],
    values: new Set(),
    length: 0,
    deletions: [],
  };
  for (const struct of decoded.structs) {
    const { client, clock } = struct.id;
    if (!isClientId(client) || !Number.isSafeInteger(clock + struct.length))
      return malformed("The frame's ids are none.");
    reading.ends.set(client, Math.max(reading.ends.get(client) ?? 0, clock + struct.length));
    if (!(struct instanceof Y.Item)) continue;
    if (typeof (struct.parent as unknown) === "string" && struct.parentSub !== null) reading.keys.add(struct.parentSub);
    const neighbour = struct.origin ?? struct.rightOrigin;
    if (neighbour && struct.content instanceof Y.ContentType && struct.content.type instanceof Y.Map)
      reading.neighbours.push(neighbour);
    if (!readContent(struct.content, vocabulary, reading))
      return malformed("The frame holds something that has no place in this document.");
  }
  for (const [client, ranges] of decoded.ds.clients)
    for (const { clock, len } of ranges) reading.deletions.push({ client, clock, end: clock + len });
  return reading;
}

export const isRefusal = <T extends object>(value: T | Refusal): value is Refusal => "code" in value;

/** Yjs draws client ids from 32 bits; some libraries from 53. */
const isClientId = (client: number) => Number.isSafeInteger(client) && client >= 0;

function readContent(content: Y.Item["content"], vocabulary: Vocabulary, reading: Reading): boolean {
  if (content instanceof Y.ContentString) {
    reading.length += content.str.length;
    return true;
  }
  if (content instanceof Y.ContentDeleted) return true;
  if (content instanceof Y.ContentFormat) return vocabulary.allowsFormat(content.key, content.value);
  if (content instanceof Y.ContentType) return vocabulary.allowsType(content.type);
  if (!(content instanceof Y.ContentAny)) return false;
  for (const value of content.arr as unknown[]) {
    if (typeof value === "string") reading.values.add(value);
    else if (value !== null && typeof value !== "boolean" && !Number.isFinite(value)) return false;
  }
  return true;
}
