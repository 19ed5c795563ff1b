/** One document's conversation with the server: opens it, sends changes, counts frames, hears what became of them. */
import {
  type Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from "y-protocols/awareness";
import * as Y from "yjs";
import { closings, denials, isServerMessage, type Refusal, type ServerMessage } from "../protocol";
import {
  answerFrame,
  awarenessFrame,
  closeFrame,
  openFrame,
  readServerFrame,
  type ServerFrame,
  stateVectorFrame,
  updateFrame,
} from "./frames";
import type { Line, Socket } from "./socket";
import type { Unconfirmed } from "./unconfirmed";

type State =
  /** There is no connection. */
  | { state: "detached" }
  /** The server was asked to open the document. */
  | { state: "opening" }
  /** The server couldn't open it just now and is asked again. */
  | { state: "asking-again"; timer: ReturnType<typeof setTimeout> }
  /** The server has been told all that it lacked; `sent` counts this connection's update frames. */
  | { state: "live"; sent: number }
  /** Left, refused or ended. */
  | { state: "closed" };

/** Why a document ended, for the person. */
export type End = "not-found" | "gone" | "signed-out" | "outdated" | "full" | "too-many-documents" | "covered";

export interface LineListener {
  /** The connection or what is on it changed. */
  onChange(): void;
  onAccess(access: "read" | "write"): void;
  /** The document now holds what the server has. */
  onCurrent(): void;
  onRefused(refusal: Refusal): void;
  onEnd(end: End): void;
  onMessage(message: Extract<ServerMessage, { type: "event" | "missed" }>): void;
}

/** Cursors move more often than anybody can see. */
const awarenessInterval = 50; // ms
const askAgainAfter = 1500; // ms

export class DocumentLine implements Line {
  readonly address: string;
  readonly #socket: Socket;
  readonly #doc: Y.Doc;
  readonly #awareness: Awareness;
  readonly #unconfirmed: Unconfirmed;
  readonly #listener: LineListener;
  #state: State = { state: "detached" };
  #access: "unknown" | "read" | "write" = "unknown";
  /** How far this client's own clock was sent at any time. */
  #sentClock = 0;
  #wasLive = false;
  #spokenOf = new Set<number>();
  #speaking: ReturnType<typeof setTimeout> | null = null;

  constructor(
    name: string,
    socket: Socket,
    doc: Y.Doc,
    awareness: Awareness,
    unconfirmed: Unconfirmed,
    listener: LineListener,
  ) {
    // An address of its own, so that a page that opens the document twice gets two conversations.
    this.address = `${name}\0${crypto.randomUUID()}`;
    this.#socket = socket;
    this.#doc = doc;
    this.#awareness = awareness;
    this.#unconfirmed = unconfirmed;
    this.#listener = listener;
    doc.on("update", this.#onUpdate);
    awareness.on("update", this.#onAwareness);
  }

  get isLive(): boolean {
    return this.#state.state === "live";
  }

  /** Sends changes that came to light after the document was opened. */
  sendRestored(updates: readonly Uint8Array[]): void {
    if (this.#state.state !== "live" || updates.length === 0) return;
    this.#sendUpdate(this.#state, Y.mergeUpdates([...updates]));
    this.#unconfirmed.allSentIn(this.#state.sent);
  }

  /** Leaves the document. */
  leave(): void {
    if (this.#state.state !== "detached" && this.#state.state !== "closed") this.#socket.send(closeFrame(this.address));
    this.#close();
  }

  onOpen(): void {
    if (this.#state.state === "closed") return;
    if (this.#state.state === "asking-again") clearTimeout(this.#state.timer);
    this.#state = { state: "opening" };
    this.#unconfirmed.noneSent();
    this.#socket.send(openFrame(this.address));
    this.#socket.send(stateVectorFrame(this.address, Y.encodeStateVector(this.#doc)));
    if (this.#awareness.getLocalState() !== null) this.#speak([this.#doc.clientID]);
    this.#listener.onChange();
  }

  onClose(): void {
    if (this.#state.state === "closed") return;
    if (this.#state.state === "asking-again") clearTimeout(this.#state.timer);
    this.#state = { state: "detached" };
    this.#unconfirmed.noneSent();
    this.#forgetOthers();
    this.#listener.onChange();
  }

  onSignedOut(): void {
    this.#end("signed-out");
  }

  onFrame(bytes: Uint8Array): void {
    if (this.#state.state === "closed") return;
    const frame = readServerFrame(bytes);
    switch (frame.kind) {
      case "allowed":
        this.#allow(frame.access);
        break;
      case "denied":
        this.#deny(frame.reason);
        break;
      case "state-vector":
        this.#answer(frame.vector);
        break;
      case "answer":
      case "update":
        this.#take(frame);
        break;
      case "awareness":
        applyAwarenessUpdate(this.#awareness, frame.update, this);
        break;
      case "stateless":
        this.#hear(frame.payload);
        break;
      case "closed":
        if (frame.reason === closings.gone || frame.reason === closings.covered) this.#end(frame.reason);
        else this.#askAgain();
        break;
      case "other":
        break;
    }
  }

  #deny(reason: string): void {
    switch (reason) {
      case denials.notFound:
      case denials.outdated:
      case denials.full:
      case denials.tooManyDocuments:
      case denials.covered:
        this.#end(reason);
        break;
      default:
        this.#askAgain();
    }
  }

  #allow(access: "read" | "write"): void {
    this.#access = access;
    this.#listener.onAccess(access);
  }

  /** The server said what it has: tells it the rest. */
  #answer(vector: Uint8Array): void {
    if (this.#state.state !== "opening") return;
    const known = Y.decodeStateVector(vector).get(this.#doc.clientID) ?? 0;
    if (known > this.#sentClock) {
      this.#refuse({
        code: "foreign-client",
        message: "Somebody else wrote in the name of this page while it was away. Reload to go on.",
      });
      return;
    }
    const live = { state: "live" as const, sent: 0 };
    this.#state = live;
    // A reader has nothing to tell. What waits from when they could write is told, so that they learn what becomes of it.
    if (this.#access !== "read" || this.#unconfirmed.count > 0) {
      this.#send(live, answerFrame(this.address, Y.encodeStateAsUpdate(this.#doc, vector)));
      this.#unconfirmed.allSentIn(live.sent);
    }
    if (this.#wasLive) this.#listener.onMessage({ type: "missed" });
    this.#wasLive = true;
    this.#listener.onChange();
  }

  #take(frame: Extract<ServerFrame, { update: Uint8Array }>): void {
    Y.applyUpdate(this.#doc, frame.update, this);
    if (frame.kind === "answer") this.#listener.onCurrent();
  }

  #hear(payload: string): void {
    const message = parseMessage(payload);
    switch (message?.type) {
      case "durable":
        this.#unconfirmed.confirm(message.frames);
        break;
      case "refused":
        // A reader's copy can hold what its author lost in a crash; that is not theirs to bring back.
        if (message.code !== "read-only" || this.#unconfirmed.count > 0) this.#refuse(message);
        break;
      case "access":
        this.#allow(message.access);
        break;
      case "event":
      case "missed":
        this.#listener.onMessage(message);
        break;
    }
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (!transaction.local || origin === this || this.#state.state === "closed") return;
    // Yjs tidies formatting up on its own when it reads; from a reader nobody expects it.
    if (this.#access === "read") return;
    if (this.#state.state === "live") this.#sendUpdate(this.#state, update);
    this.#unconfirmed.add(update, this.#state.state === "live" ? this.#state.sent : null);
  };

  #sendUpdate(live: Extract<State, { state: "live" }>, update: Uint8Array): void {
    this.#send(live, updateFrame(this.address, update));
  }

  #send(live: Extract<State, { state: "live" }>, frame: Uint8Array): void {
    live.sent += 1;
    this.#sentClock = Y.getState(this.#doc.store, this.#doc.clientID);
    this.#socket.send(frame);
  }

  readonly #onAwareness = (
    { added, updated, removed }: { added: number[]; updated: number[]; removed: number[] },
    origin: unknown,
  ): void => {
    if (origin === this || (this.#state.state !== "live" && this.#state.state !== "opening")) return;
    for (const client of [...added, ...updated, ...removed]) this.#spokenOf.add(client);
    this.#speaking ??= setTimeout(() => {
      this.#speaking = null;
      const clients = [...this.#spokenOf];
      this.#spokenOf = new Set();
      this.#speak(clients);
    }, awarenessInterval);
  };

  #speak(clients: number[]): void {
    this.#socket.send(awarenessFrame(this.address, encodeAwarenessUpdate(this.#awareness, clients)));
  }

  #forgetOthers(): void {
    const others = [...this.#awareness.getStates().keys()].filter((client) => client !== this.#doc.clientID);
    removeAwarenessStates(this.#awareness, others, this);
  }

  #askAgain(): void {
    if (this.#state.state === "asking-again" || this.#state.state === "closed") return;
    this.onClose();
    const timer = setTimeout(() => {
      this.#state = { state: "detached" };
      if (this.#socket.isOpen) this.onOpen();
    }, askAgainAfter);
    this.#state = { state: "asking-again", timer };
  }

  #refuse(refusal: Refusal): void {
    this.#close();
    this.#listener.onRefused(refusal);
  }

  #end(end: End): void {
    if (this.#state.state === "closed") return;
    this.#close();
    this.#listener.onEnd(end);
  }

  #close(): void {
    if (this.#state.state === "asking-again") clearTimeout(this.#state.timer);
    this.#state = { state: "closed" };
    if (this.#speaking) clearTimeout(this.#speaking);
    this.#doc.off("update", this.#onUpdate);
    this.#awareness.off("update", this.#onAwareness);
    this.#forgetOthers();
    this.#socket.detach(this);
  }
}

/** The message, or null when it is one that this version doesn't know. */
function parseMessage(payload: string): ServerMessage | null {
  try {
    const message: unknown = JSON.parse(payload);
    return isServerMessage(message) ? message : null;
  } catch {
    return null;
  }
}
