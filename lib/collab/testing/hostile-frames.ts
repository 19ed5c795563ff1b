/** Frames that no honest client sends: random, cut off, altered, of unknown kinds, or built to make the server hold on to them. Pure. */
import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeUint8Array,
  writeVarString,
  writeVarUint,
} from "lib0/encoding";
import * as Y from "yjs";
import { answerFrame, awarenessFrame, closeFrame, openFrame, stateVectorFrame, updateFrame } from "../client/frames";
import { schemaToken } from "../protocol";
import type { Chance } from "./random";

/** What the frames are made from. */
export interface Material {
  /** Where the document is addressed. */
  address: string;
  /** Updates that honest people sent, and the document they add up to. */
  updates: readonly [Uint8Array, ...Uint8Array[]];
  doc: Y.Doc;
  /** The Yjs client ids that the sender may use, so that they don't use up all that a person may have. */
  clients: readonly [number, ...number[]];
}

export const hostileKinds = [
  "random",
  "cut off",
  "altered",
  "altered update",
  "unknown kind",
  "stateless",
  "pending",
  "false lengths",
  "awareness",
  "opening",
  "replay",
  "foreign",
] as const;
export type HostileKind = (typeof hostileKinds)[number];

/** Another frame of that kind each time. */
export function hostileFrame(kind: HostileKind, material: Material, chance: Chance): Uint8Array {
  const { address, updates, doc } = material;
  switch (kind) {
    case "random":
      return bytes(chance, chance.below(chance.of([4, 40, 400, 4000])));
    case "cut off": {
      const frame = honestFrame(material, chance);
      return frame.slice(0, chance.below(frame.length));
    }
    case "altered":
      return altered(honestFrame(material, chance), chance);
    case "altered update":
      return updateFrame(address, altered(chance.of(updates), chance));
    case "unknown kind":
      return framed(address, chance.below(200), (encoder) => writeUint8Array(encoder, bytes(chance, chance.below(60))));
    case "stateless":
      return framed(address, chance.of([5, 6]), (encoder) => writeVarString(encoder, "x".repeat(chance.below(2000))));
    case "pending":
      return updateFrame(address, pending(chance));
    case "false lengths":
      return framed(address, chance.of([0, 1, 2, 4, 5]), (encoder) => {
        writeVarUint(encoder, chance.below(3));
        writeVarUint(encoder, chance.of([2 ** 31, 2 ** 40, Number.MAX_SAFE_INTEGER]));
        writeUint8Array(encoder, bytes(chance, chance.below(30)));
      });
    case "awareness":
      return awarenessFrame(address, awareness(material, chance));
    case "opening":
      return chance.of([
        openFrame(`${address}\0${chance.below(50)}`),
        openFrame(`${chance.of(["article", "rebuttal", "nothing"])}:${chance.below(1e6)}`),
        framed(address, 2, (encoder) => {
          writeVarUint(encoder, 0);
          writeVarString(encoder, schemaToken(chance.below(3)));
        }),
        closeFrame(address),
      ]);
    case "replay":
      return answerFrame(address, chance.of(updates));
    case "foreign":
      return updateFrame(address, foreign(doc, chance));
  }
}

function honestFrame({ address, updates, doc, clients }: Material, chance: Chance): Uint8Array {
  const update = chance.of(updates);
  return chance.of([
    updateFrame(address, update),
    answerFrame(address, update),
    stateVectorFrame(address, Y.encodeStateVector(doc)),
    openFrame(address),
    awarenessFrame(address, awarenessOf(chance.of(clients), 1, '{"reading":1}')),
  ]);
}

function bytes(chance: Chance, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => chance.below(256));
}

function altered(frame: Uint8Array, chance: Chance): Uint8Array {
  const copy = Uint8Array.from(frame);
  for (let changes = 1 + chance.below(6); changes > 0; changes -= 1)
    copy[chance.below(copy.length)] = chance.below(256);
  return copy;
}

function framed(address: string, kind: number, write: (encoder: Encoder) => void): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, address);
  writeVarUint(encoder, kind);
  write(encoder);
  return toUint8Array(encoder);
}

/** An update that builds on another one which is never sent: a server that waits for it waits for ever. */
function pending(chance: Chance): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1 + chance.below(2 ** 31);
  const text = doc.getText(chance.of(["title", "elsewhere"]));
  text.insert(0, "never sent");
  const before = Y.encodeStateVector(doc);
  for (let i = 0; i < 20; i += 1) text.insert(chance.below(text.length), "x".repeat(1 + chance.below(200)));
  const update = Y.encodeStateAsUpdate(doc, before);
  doc.destroy();
  return update;
}

/** Words under the id of somebody who wrote in the document. */
function foreign(doc: Y.Doc, chance: Chance): Uint8Array {
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(doc));
  const writers = [...doc.store.clients.keys()];
  forged.clientID = writers[chance.below(writers.length)] ?? 1;
  const before = Y.encodeStateVector(forged);
  forged.getText("title").insert(0, "forged");
  const update = Y.encodeStateAsUpdate(forged, before);
  forged.destroy();
  return update;
}

function awareness({ clients }: Material, chance: Chance): Uint8Array {
  const client = chance.of([7, 2 ** 31, ...clients]);
  return chance.of([
    awarenessOf(client, chance.below(100), '{"reading":1}'),
    awarenessOf(client, chance.below(100), '{"reading":'),
    awarenessOf(client, chance.below(100), "null"),
    awarenessOf(client, chance.below(100), '"words"'),
    awarenessOf(client, chance.below(100), `{"essay":"${"x".repeat(chance.below(6000))}"}`),
    bytes(chance, chance.below(50)),
  ]);
}

function awarenessOf(client: number, clock: number, state: string): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, 1);
  writeVarUint(encoder, client);
  writeVarUint(encoder, clock);
  writeVarString(encoder, state);
  return toUint8Array(encoder);
}
