/** One websocket: hands well-formed frames to Hocuspocus, reads no faster than it may, and notices when nobody answers. */
import { randomUUID } from "node:crypto";
import type { Duplex } from "node:stream";
import type { Hocuspocus } from "@hocuspocus/server";
import type { RawData, WebSocket } from "ws";
import { withLogIds } from "@/lib/log-context";
import { metrics } from "@/lib/metrics";
import type { Actor } from "@/lib/people/actor";
import { limits } from "../limits";
import { closings, type ServerMessage } from "../protocol";
import { Budget } from "./budget";
import { EarlyFrames } from "./early-frames";
import { type Frame, personFrame, readFrame } from "./frame";
import { awarenessIn } from "./presence";
import type { Session, SessionSocket } from "./session";

type HocuspocusSocket = ReturnType<Hocuspocus["handleConnection"]>;

/** Answering "what is new" takes the whole document in hand, so it costs as much as this many other frames. */
const costOfStateVector = 10;
const invalidPayload = 1007;
const tryAgainLater = 1013;
/** Hocuspocus' own ping: one byte, answered by clients since version 4. */
const ping = Uint8Array.of(9);

export class Socket implements SessionSocket {
  /** By which the log knows it. */
  readonly id = randomUUID();
  readonly actor: Actor;
  /** Of the request that opened it: they say who it is. */
  readonly headers: Headers;
  readonly sessions = new Set<Session>();
  readonly #ws: WebSocket;
  readonly #stream: Pick<Duplex, "cork" | "uncork">;
  #isCorked = false;
  #hocuspocus: HocuspocusSocket | null = null;
  readonly #frames = new Budget(limits.burst, limits.framesPerSecond, performance.now());
  readonly #awareness = new Budget(limits.awarenessBurst, limits.awarenessPerSecond, performance.now());
  readonly #bytes = new Budget(limits.bytesInARow, limits.bytesPerSecond, performance.now());
  /** Addresses that were closed for this client; what it still sends there is dropped until it opens them anew. */
  readonly #shut = new Set<string>();
  readonly #early = new EarlyFrames();
  #isAlive = true;
  /** Whether its page answers Hocuspocus' own ping, as it said itself: it may have no document open. */
  #knowsPing = false;
  #isDeaf = false;
  #isDropped = false;
  #slowdown: NodeJS.Timeout | null = null;

  /** @param stream what the websocket writes to */
  constructor(ws: WebSocket, stream: Pick<Duplex, "cork" | "uncork">, actor: Actor, headers: Headers) {
    this.#ws = ws;
    this.#stream = stream;
    this.actor = actor;
    this.headers = headers;
    ws.on("message", (data, isBinary) => withLogIds({ connection: this.id }, () => this.#receive(data, isBinary)));
    ws.on("pong", () => {
      this.#isAlive = true;
    });
    ws.on("close", (code, reason) => this.#end(code, reason.toString()));
    // What follows an error is the close.
    ws.on("error", () => undefined);
  }

  /** What Hocuspocus sends through: a client that doesn't read is dropped before what waits for it fills the memory. */
  get outlet(): Pick<WebSocket, "send" | "close" | "readyState"> {
    const ws = this.#ws;
    return {
      get readyState() {
        return ws.readyState;
      },
      close: (code, reason) => ws.close(code, reason),
      send: (message: Uint8Array) => this.#send(message),
    };
  }

  /** Tells the person something that belongs to no document. */
  tell(message: ServerMessage): void {
    this.#send(personFrame(message));
  }

  /** Lets frames through to Hocuspocus. */
  attach(hocuspocus: HocuspocusSocket): void {
    this.#hocuspocus = hocuspocus;
  }

  shut(address: string): void {
    this.#shut.add(address);
    // No page is refused so often; the list must not grow for ever.
    if (this.#shut.size > limits.closedDocuments) this.close(tryAgainLater, closings.refused);
  }

  answered(session: Session): void {
    session.unanswered = Math.max(0, session.unanswered - 1);
    this.#readOrPause(0);
  }

  foretell({ scope }: Session, updates: readonly Uint8Array[]): Promise<void> {
    return this.#early.tell(
      scope.document,
      updates,
      (message) => new Promise((left) => this.#ws.send(message, () => left())),
    );
  }

  opened(session: Session, stored: Uint8Array): void {
    if (session.address === null) return;
    const { question, awareness } = this.#early.take(session.address, stored);
    if (question) this.#pass(session, question);
    if (awareness) this.#point(session, awareness);
  }

  /** Ends a socket that didn't answer the last time; asks the others whether they are there. */
  check(): void {
    if (this.#ws.isPaused) return;
    if (!this.#isAlive) {
      this.#ws.terminate();
      return;
    }
    this.#isAlive = false;
    this.#ws.ping();
    if (this.#knowsPing || [...this.sessions].some((session) => session.knowsPing)) this.#ws.send(ping);
  }

  /** Takes no more frames in. */
  deafen(): void {
    this.#isDeaf = true;
  }

  close(code: number, reason: string): void {
    this.#ws.close(code, reason);
  }

  terminate(): void {
    this.#ws.terminate();
  }

  #send(message: Uint8Array): void {
    if (this.#ws.bufferedAmount <= limits.unsent) {
      this.#gather();
      this.#ws.send(message);
      return;
    }
    if (this.#isDropped) return;
    this.#isDropped = true;
    this.close(tryAgainLater, closings.tooSlow);
    // The close waits behind what is not read; who reads on within a moment still learns why.
    setTimeout(() => this.terminate(), limits.goodbye).unref();
  }

  /** Lets what is said in one go, as an edit and the answer to it, leave in one write: writes cost more than frames. */
  #gather(): void {
    if (this.#isCorked) return;
    this.#isCorked = true;
    this.#stream.cork();
    // Runs when all that the frame at hand brought about has been said.
    process.nextTick(() => {
      this.#isCorked = false;
      this.#stream.uncork();
    });
  }

  #receive(data: RawData, isBinary: boolean): void {
    this.#isAlive = true;
    if (this.#isDeaf) return;
    const bytes = bytesOf(data);
    const frame = isBinary ? readFrame(bytes) : null;
    if (!frame) {
      this.close(invalidPayload, "This is no frame of the protocol.");
      return;
    }
    if (frame.kind === "pong") this.#knowsPing = true;
    if (frame.kind === "pong" || this.#isShut(frame)) return;
    metrics.frames.inc({ kind: frame.kind });
    const session = this.#sessionAt(frame.address);
    const isEarly = !session && frame.kind === "state-vector" && this.#early.ask(frame.address, bytes);
    if (frame.kind === "awareness") this.#hear(session, frame.address, bytes);
    else if (!isEarly) this.#pass(session, bytes);
    this.#readOrPause(this.#spend(frame, bytes.length));
  }

  #pass(session: Session | undefined, bytes: Uint8Array): void {
    if (session) session.unanswered += 1;
    this.#hocuspocus?.handleMessage(bytes);
  }

  /** Where everybody is has nothing to do with the document, and doesn't go through Hocuspocus. */
  #hear(session: Session | undefined, address: string, bytes: Uint8Array): void {
    if (session) this.#point(session, bytes);
    else this.#early.point(address, bytes);
  }

  #point(session: Session, frame: Uint8Array): void {
    try {
      session.point(awarenessIn(frame));
    } catch {
      this.close(invalidPayload, "This is no awareness update.");
    }
  }

  /** @returns how long the socket must wait until its budgets are even again, in ms */
  #spend({ kind }: Frame, bytes: number): number {
    const now = performance.now();
    return Math.max(
      this.#frames.spend(kind === "state-vector" ? costOfStateVector : 1, now),
      kind === "awareness" ? this.#awareness.spend(1, now) : 0,
      this.#bytes.spend(bytes, now),
    );
  }

  #isShut(frame: Exclude<Frame, { kind: "pong" }>): boolean {
    if (frame.kind === "open") this.#shut.delete(frame.address);
    return this.#shut.has(frame.address);
  }

  #sessionAt(address: string): Session | undefined {
    return [...this.sessions].find((session) => session.address === address);
  }

  /** Instead of refusing what comes too fast, leaves it on the wire: nothing is lost, and the sender slows down. */
  #readOrPause(wait: number): void {
    const unanswered = [...this.sessions].reduce((sum, session) => sum + session.unanswered, 0);
    if (wait > 0 && !this.#slowdown)
      this.#slowdown = setTimeout(() => {
        this.#slowdown = null;
        this.#readOrPause(0);
      }, wait);
    const mustWait = this.#slowdown !== null || unanswered > limits.unanswered;
    if (mustWait && !this.#ws.isPaused) this.#ws.pause();
    else if (!mustWait && this.#ws.isPaused) this.#ws.resume();
  }

  #end(code: number, reason: string): void {
    if (this.#slowdown) clearTimeout(this.#slowdown);
    this.#hocuspocus?.handleClose({ code, reason });
    for (const session of this.sessions) session.end();
  }
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
