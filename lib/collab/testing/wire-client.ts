/** A client made by hand that speaks the realtime protocol over a real socket and can send any bytes. For tests, soaks and benchmarks. */
import { createDecoder, readVarInt, readVarString, readVarUint, readVarUint8Array } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import WebSocket from "ws";
import * as Y from "yjs";
import { type ServerMessage, serverMessageSchema } from "../protocol.schema";

/** What the client got, as it came. */
export type Received =
  | { kind: "authenticated"; scope: string }
  | { kind: "denied"; reason: string }
  | { kind: "synced" }
  | { kind: "update" }
  | { kind: "awareness"; states: Map<number, Record<string, unknown>> }
  | { kind: "status"; applied: boolean }
  | { kind: "message"; message: ServerMessage }
  | { kind: "closed"; reason: string }
  | { kind: "socket-closed"; code: number; reason: string };

/** Message types of Hocuspocus and y-protocols. */
const type = { sync: 0, awareness: 1, auth: 2, stateless: 5, close: 7, status: 8 };

export class WireClient {
  readonly doc: Y.Doc;
  readonly received: Received[] = [];
  /** The updates in the frames that were sent, in their order. */
  readonly frames: Uint8Array[] = [];
  /** How many of them the server said are durable. */
  durableFrames = 0;
  /** Hears every message as it came on the wire. */
  onBytes: (bytes: Uint8Array) => void = () => undefined;
  readonly #ws: WebSocket;
  readonly #document: string;
  #waiting: (() => void)[] = [];

  private constructor(ws: WebSocket, document: string, doc: Y.Doc) {
    this.doc = doc;
    this.#ws = ws;
    this.#document = document;
    ws.binaryType = "nodebuffer";
    ws.on("message", (data: Buffer) => this.#receive(new Uint8Array(data)));
    ws.on("close", (code, reason) => this.#note({ kind: "socket-closed", code, reason: reason.toString() }));
    ws.on("error", () => undefined);
    doc.on("update", this.#onUpdate);
  }

  /**
   * Connects and opens the document, and waits until it is there, denied or closed again.
   * @param doc what the client holds already
   * @param token of the opening message
   */
  static async open(
    url: string,
    document: string,
    headers: Record<string, string>,
    doc = new Y.Doc(),
    token = "",
  ): Promise<WireClient> {
    const client = await WireClient.connect(url, document, headers, doc);
    client.authenticate(token);
    await client.until(({ kind }) => ["synced", "denied", "closed", "socket-closed"].includes(kind));
    return client;
  }

  /** Opens a socket and says nothing. */
  static async connect(
    url: string,
    document: string,
    headers: Record<string, string>,
    doc = new Y.Doc(),
  ): Promise<WireClient> {
    // Uncompressed, so that what a test sends is what is on the wire.
    const ws = new WebSocket(url, { headers, perMessageDeflate: false });
    const client = new WireClient(ws, document, doc);
    await new Promise((done, fail) => {
      ws.once("open", done);
      ws.once("error", fail);
    });
    return client;
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this) this.sendUpdate(update);
  };

  /** Update frames sent. */
  get sent(): number {
    return this.frames.length;
  }

  /** Opens the document and asks for what is there. */
  authenticate(token = ""): void {
    this.#send(type.auth, (encoder) => {
      writeVarUint(encoder, 0);
      writeVarString(encoder, token);
      writeVarString(encoder, "4.7.0");
    });
    this.#send(type.sync, (encoder) => {
      writeVarUint(encoder, 0);
      writeVarUint8Array(encoder, Y.encodeStateVector(this.doc));
    });
  }

  /** Sends an update frame, whatever it holds. */
  sendUpdate(update: Uint8Array): void {
    this.frames.push(update);
    this.#send(type.sync, (encoder) => {
      writeVarUint(encoder, 2);
      writeVarUint8Array(encoder, update);
    });
  }

  /** Sends an awareness frame that says this of the client. */
  sendAwareness(states: [client: number, clock: number, state: unknown][]): void {
    const update = createEncoder();
    writeVarUint(update, states.length);
    for (const [client, clock, state] of states) {
      writeVarUint(update, client);
      writeVarUint(update, clock);
      writeVarString(update, JSON.stringify(state));
    }
    this.#send(type.awareness, (encoder) => writeVarUint8Array(encoder, toUint8Array(update)));
  }

  sendBytes(bytes: Uint8Array): void {
    this.#ws.send(bytes);
  }

  /** Makes a change that isn't sent, and returns it. */
  draft(change: (doc: Y.Doc) => void): Uint8Array {
    const copy = new Y.Doc();
    copy.clientID = this.doc.clientID;
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.doc));
    const before = Y.encodeStateVector(copy);
    let update: Uint8Array | null = null;
    copy.once("update", (made: Uint8Array) => {
      update = made;
    });
    copy.transact(() => change(copy));
    return update ?? Y.encodeStateAsUpdate(copy, before);
  }

  /** Waits until something of the kind came, also before now. */
  async until<R extends Received>(wanted: (received: Received) => received is R): Promise<R>;
  async until(wanted: (received: Received) => boolean): Promise<Received>;
  async until(wanted: (received: Received) => boolean): Promise<Received> {
    for (;;) {
      const found = this.received.find(wanted);
      if (found) return found;
      await this.#news();
    }
  }

  /**
   * Waits until everything sent is durable.
   * @throws when a frame is refused
   */
  async durable(frames = this.sent): Promise<void> {
    const isAnswer = (received: Received): received is Extract<Received, { kind: "message" }> =>
      received.kind === "message" &&
      (received.message.type === "refused" ||
        (received.message.type === "durable" && received.message.frames >= frames));
    const { message } = await this.until(isAnswer);
    if (message.type === "refused") throw new Error(`refused: ${message.code}: ${message.message}`);
  }

  /** Waits for a refusal and returns its code. */
  async refusal(): Promise<string> {
    const isRefusal = (received: Received): received is Extract<Received, { kind: "message" }> =>
      received.kind === "message" && received.message.type === "refused";
    const { message } = await this.until(isRefusal);
    return message.type === "refused" ? message.code : "";
  }

  /** Waits until the document holds what is looked for. */
  async sees(holds: (doc: Y.Doc) => boolean): Promise<void> {
    while (!holds(this.doc)) await this.#news();
  }

  /** Leaves what comes on the wire, as a page that is frozen does. */
  stopReading(): void {
    this.#ws.pause();
  }

  readOn(): void {
    this.#ws.resume();
  }

  async close(): Promise<void> {
    this.doc.off("update", this.#onUpdate);
    this.#ws.close();
    await this.until(({ kind }) => kind === "socket-closed");
  }

  /** Breaks the connection without a word. What is changed in the document from now on is nobody's to send. */
  terminate(): void {
    this.doc.off("update", this.#onUpdate);
    this.#ws.terminate();
  }

  #send(kind: number, write: (encoder: ReturnType<typeof createEncoder>) => void): void {
    const encoder = createEncoder();
    writeVarString(encoder, this.#document);
    writeVarUint(encoder, kind);
    write(encoder);
    if (this.#ws.readyState === WebSocket.OPEN) this.#ws.send(toUint8Array(encoder));
  }

  /** Waits until anything comes. */
  #news(): Promise<void> {
    return new Promise((wake) => this.#waiting.push(wake));
  }

  #note(received: Received): void {
    if (received.kind === "message" && received.message.type === "durable")
      this.durableFrames = received.message.frames;
    this.received.push(received);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #receive(bytes: Uint8Array): void {
    this.onBytes(bytes);
    const received = bytes.length === 1 ? null : this.#read(bytes);
    if (received) this.#note(received);
  }

  #read(bytes: Uint8Array): Received | null {
    const decoder = createDecoder(bytes);
    readVarString(decoder);
    switch (readVarUint(decoder)) {
      case type.sync: {
        const subtype = readVarUint(decoder);
        const payload = readVarUint8Array(decoder);
        if (subtype === 0) this.#answer(payload);
        else Y.applyUpdate(this.doc, payload, this);
        return subtype === 0 ? null : { kind: subtype === 1 ? "synced" : "update" };
      }
      case type.awareness:
        return { kind: "awareness", states: statesIn(readVarUint8Array(decoder)) };
      case type.auth:
        return readVarUint(decoder) === 1
          ? { kind: "denied", reason: readVarString(decoder) }
          : { kind: "authenticated", scope: readVarString(decoder) };
      case type.stateless:
        return { kind: "message", message: serverMessageSchema.parse(JSON.parse(readVarString(decoder))) };
      case type.close:
        return { kind: "closed", reason: readVarString(decoder) };
      case type.status:
        return { kind: "status", applied: readVarInt(decoder) === 1 };
      default:
        return null;
    }
  }

  #answer(stateVector: Uint8Array): void {
    const update = Y.encodeStateAsUpdate(this.doc, stateVector);
    this.frames.push(update);
    this.#send(type.sync, (encoder) => {
      writeVarUint(encoder, 1);
      writeVarUint8Array(encoder, update);
    });
  }
}

function statesIn(update: Uint8Array): Map<number, Record<string, unknown>> {
  const decoder = createDecoder(update);
  const count = readVarUint(decoder);
  const states = new Map<number, Record<string, unknown>>();
  for (let i = 0; i < count; i += 1) {
    const client = readVarUint(decoder);
    readVarUint(decoder);
    states.set(client, JSON.parse(readVarString(decoder)));
  }
  return states;
}
