/** A raw client: one socket in one room. It reads what comes and applies nothing, so that it takes little from the server's machine. */
import { connect, type Socket } from "node:net";
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from "lib0/encoding";
import WebSocket from "ws";
import * as Y from "yjs";
import type { Contestant } from "./contestants";
import type { Incoming } from "./dialect";

export interface Visit {
  contestant: Contestant;
  url: string;
  room: string;
  /** Headers of the person; the others' servers don't look at them. */
  headers: Record<string, string>;
  /** What the client holds already. */
  doc?: Y.Doc;
  onDurable?: (frames: number) => void;
}

/** The server's answer to a client that asked for all there is. */
interface Answer {
  /** When the client asked, and when the answer was there, in ms. */
  since: number;
  at: number;
  /** All bytes that had come by then. */
  received: number;
}

export class RawClient {
  readonly doc: Y.Doc;
  readonly room: string;
  /** Update frames sent, the answer to the server's question included. */
  sent = 0;
  onUpdate: (bytes: Uint8Array) => void = () => undefined;
  onAwareness: (bytes: Uint8Array) => void = () => undefined;
  onDurable: (frames: number) => void = () => undefined;
  /** Called with each update frame that leaves: its number, and what it holds. */
  onSend: (frame: number, update: Uint8Array) => void = () => undefined;
  readonly #ws: WebSocket;
  readonly #visit: Visit;
  #socket: Socket | null = null;
  #awarenessClock = 0;
  readonly #ready = Promise.withResolvers<Answer>();
  #enteredAt = Number.NaN;
  #answeredAt: number | null = null;
  #answer: Answer | null = null;

  private constructor(visit: Visit) {
    this.doc = visit.doc ?? new Y.Doc();
    this.room = visit.room;
    this.#visit = visit;
    const { contestant, url, headers, onDurable } = visit;
    if (onDurable) this.onDurable = onDurable;
    this.#ws = new WebSocket(contestant.dialect.address(url, visit.room), {
      headers,
      createConnection: () => {
        const { hostname, port } = new URL(url);
        this.#socket = connect(Number(port), hostname);
        return this.#socket;
      },
    });
    this.#ws.on("message", (data: Buffer) => this.#receive(data));
    this.#ws.on("error", (error) => this.#ready.reject(error));
    this.#ws.on("close", (code) => this.#ready.reject(new Error(`The socket was closed with ${code}.`)));
  }

  /** Opens the room, and waits until both sides know what the other had. */
  static async open(visit: Visit): Promise<RawClient> {
    const client = new RawClient(visit);
    await new Promise<void>((done, fail) => {
      client.#ws.once("open", done);
      client.#ws.once("error", fail);
    });
    client.#enter();
    await client.#ready.promise;
    client.doc.on("update", (update: Uint8Array) => client.#sendUpdate("update", update));
    return client;
  }

  /** Bytes that came and went, the handshake included. */
  get traffic(): { received: number; sent: number } {
    return { received: this.#socket?.bytesRead ?? 0, sent: this.#socket?.bytesWritten ?? 0 };
  }

  /** The server's answer when this client entered. */
  get answer(): Answer {
    return this.#answer ?? { since: Number.NaN, at: Number.NaN, received: Number.NaN };
  }

  /** When this client told the server what that lacked. */
  get answeredAt(): number {
    return this.#answeredAt ?? Number.NaN;
  }

  /** Says where this client's cursor is. */
  point(state: unknown): void {
    const encoder = createEncoder();
    this.#awarenessClock += 1;
    writeVarUint(encoder, 1);
    writeVarUint(encoder, this.doc.clientID);
    writeVarUint(encoder, this.#awarenessClock);
    writeVarString(encoder, JSON.stringify(state));
    this.#ws.send(this.#visit.contestant.dialect.awareness(this.room, toUint8Array(encoder)));
  }

  /** Closes the socket and waits until it is. */
  close(): Promise<void> {
    return new Promise((done) => {
      this.#ws.once("close", () => done());
      this.#ws.close();
      this.doc.destroy();
    });
  }

  #enter(): void {
    const { dialect } = this.#visit.contestant;
    this.#enteredAt = performance.now();
    const opening = dialect.open(this.room);
    if (opening) this.#ws.send(opening);
    this.#ws.send(dialect.sync(this.room, "state-vector", Y.encodeStateVector(this.doc)));
  }

  #sendUpdate(kind: "answer" | "update", update: Uint8Array): void {
    this.sent += 1;
    this.onSend(this.sent, update);
    this.#ws.send(this.#visit.contestant.dialect.sync(this.room, kind, update));
  }

  #receive(data: Buffer): void {
    const message = this.#visit.contestant.dialect.read(data);
    if (message.kind === "update") this.onUpdate(message.bytes);
    else if (message.kind === "awareness") this.onAwareness(message.bytes);
    else if (message.kind === "durable") this.onDurable(message.frames);
    else if (message.kind === "refused") throw new Error(`${this.#visit.contestant.name} refused: ${message.why}`);
    else this.#greet(message);
  }

  #greet(message: Incoming): void {
    if (message.kind === "state-vector" && this.#answeredAt === null) {
      this.#answeredAt = performance.now();
      this.#sendUpdate("answer", Y.encodeStateAsUpdate(this.doc, message.bytes));
    }
    if (message.kind === "answer")
      this.#answer ??= { since: this.#enteredAt, at: performance.now(), received: this.traffic.received };
    if (this.#answeredAt !== null && this.#answer) this.#ready.resolve(this.#answer);
  }
}

/** Opens many rooms, some at a time. */
export async function openAll(visits: readonly Visit[], atOnce = 20): Promise<RawClient[]> {
  const clients: RawClient[] = [];
  for (let first = 0; first < visits.length; first += atOnce)
    clients.push(...(await Promise.all(visits.slice(first, first + atOnce).map((visit) => RawClient.open(visit)))));
  return clients;
}
