/** One person's presence in one document over one socket: what they may do, and what they are told. */
import type { Connection } from "@hocuspocus/server";
import { metrics } from "@/lib/metrics";
import type { Actor } from "@/lib/people/actor";
import { closings, type Refusal, type ServerMessage } from "../protocol";
import type { Scope } from "./scope";

/** Hocuspocus' close code for "reset your view of the document". */
export const resetConnection = 4205;

type State =
  /** Allowed in; the document is being loaded. */
  | { state: "arriving" }
  | { state: "open"; connection: Connection; point: (update: Uint8Array) => void }
  | { state: "closed" };

/** The socket as its sessions know it. */
export interface SessionSocket {
  readonly sessions: Set<Session>;
  /** Drops what still comes for the address, until the client opens it anew. */
  shut(address: string): void;
  /** A frame of the session was answered. */
  answered(session: Session): void;
  /** The document is read, and not yet built: tells who asks for all of it, and resolves when that has left. */
  foretell(session: Session, updates: readonly Uint8Array[]): Promise<void>;
  /**
   * The session is open: what its client said before can be heard now.
   * @param stored what the document held when it was read, as a state vector
   */
  opened(session: Session, stored: Uint8Array): void;
}

export class Session {
  readonly actor: Actor;
  scope: Scope;
  /** Whether its first update frame, the answer to what the server asked, was accepted. */
  isSynced = false;
  /** Yjs client ids that its awareness spoke for. */
  readonly clients = new Set<number>();
  /** Frames that were handed over and not answered yet. */
  unanswered = 0;
  #state: State = { state: "arriving" };
  #durable = 0;
  #isTelling = false;
  readonly #ended = new AbortController();
  readonly #socket: SessionSocket;

  constructor(actor: Actor, scope: Scope, socket: SessionSocket) {
    this.actor = actor;
    this.scope = scope;
    this.#socket = socket;
    socket.sessions.add(this);
  }

  get state(): State["state"] {
    return this.#state.state;
  }

  /** Where messages for it are addressed; null before the document is there. */
  get address(): string | null {
    return this.#state.state === "open" ? this.#state.connection.messageAddress : null;
  }

  /** Whether its client answers Hocuspocus' own ping. */
  get knowsPing(): boolean {
    return this.#state.state === "open" && this.#state.connection.providerVersion !== null;
  }

  /** Aborts when the session closes. */
  get signal(): AbortSignal {
    return this.#ended.signal;
  }

  /**
   * The document is there: from now on messages have a way.
   * @param stored what it held when it was read, as a state vector
   * @param point takes what the client says of itself
   */
  open(connection: Connection, stored: Uint8Array, point: (update: Uint8Array) => void): void {
    if (this.#state.state !== "arriving") return;
    this.#state = { state: "open", connection, point };
    connection.readOnly = this.scope.access === "read";
    this.#socket.opened(this, stored);
  }

  /** The document is read, and not yet built. Resolves when what is to be said of it has left. */
  async foretell(updates: readonly Uint8Array[]): Promise<void> {
    if (this.#state.state === "arriving") await this.#socket.foretell(this, updates);
  }

  /**
   * The client says of itself where it is.
   * @throws when the bytes are no awareness update
   */
  point(update: Uint8Array): void {
    if (this.#state.state === "open") this.#state.point(update);
  }

  /** Sends a whole message, its address included. */
  send(message: Uint8Array): void {
    if (this.#state.state === "open") this.#state.connection.send(message);
  }

  tell(message: ServerMessage): void {
    if (this.#state.state === "open") this.#state.connection.sendStateless(JSON.stringify(message));
  }

  /** One more of its frames is durable; frames that become so together are told together. */
  confirm(): void {
    this.#durable += 1;
    if (this.#isTelling) return;
    this.#isTelling = true;
    queueMicrotask(() => {
      this.#isTelling = false;
      this.tell({ type: "durable", frames: this.#durable });
    });
  }

  /** Refuses a frame. The client's copy now differs for good, so the document is closed to it until it opens it anew. */
  refuse(refusal: Refusal): void {
    metrics.refused.inc({ reason: refusal.code });
    this.tell({ type: "refused", ...refusal });
    this.close(closings.refused);
  }

  /** One of its frames was answered, with a change or a refusal. */
  answered(): void {
    this.#socket.answered(this);
  }

  /** Takes over what the person may do now, and tells them when that changed. */
  rescope(scope: Scope): void {
    const before = this.scope;
    this.scope = scope;
    if (scope.access !== before.access) this.tell({ type: "access", access: scope.access });
  }

  /** Closes the document to the client, which may open it anew; the socket stays for others. */
  close(reason: string): void {
    const before = this.#state;
    this.end();
    if (before.state !== "open") return;
    this.#socket.shut(before.connection.messageAddress);
    // Hocuspocus may still hold frames of this connection; none of them is applied any more.
    before.connection.readOnly = true;
    before.connection.close({ code: resetConnection, reason });
  }

  /** The client left, or never arrived. */
  end(): void {
    this.#state = { state: "closed" };
    this.#ended.abort();
    this.#socket.sessions.delete(this);
  }
}
