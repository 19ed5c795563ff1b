/** One websocket for all of a page's documents: connects while somebody needs it, and again whenever it breaks. */
import { closings } from "../protocol";
import { addressOf, isPing, pong } from "./frames";
import { waitBeforeTrying } from "./waiting";

/** A document on the socket. */
export interface Line {
  readonly address: string;
  /** The socket is open: nothing that was said before counts any more. */
  onOpen(): void;
  onFrame(bytes: Uint8Array): void;
  /** The socket is closed; it is tried again. */
  onClose(): void;
  /** This person is no longer signed in. Nothing is tried again. */
  onSignedOut(): void;
}

type State =
  /** Nobody needs it. */
  | { state: "idle" }
  | { state: "connecting"; ws: WebSocket }
  | { state: "open"; ws: WebSocket; lastHeard: number }
  | { state: "waiting"; timer: ReturnType<typeof setTimeout> }
  | { state: "signed-out" };

export type OpenWebSocket = (url: string) => WebSocket;

/** The server pings every 12 s; a socket on which nothing came for this long is broken. */
const longestSilence = 30_000; // ms
const listenEvery = 5_000; // ms
/** How long the socket stays for the next page's documents. */
const linger = 1000; // ms

export class Socket {
  readonly #url: string;
  readonly #openWebSocket: OpenWebSocket;
  /** Asked after a failed attempt, since a browser doesn't tell why it failed. */
  readonly #isSignedOut: () => Promise<boolean>;
  readonly #lines = new Map<string, Line>();
  #state: State = { state: "idle" };
  #failures = 0;
  #watch: ReturnType<typeof setInterval> | null = null;
  #leaving: ReturnType<typeof setTimeout> | null = null;

  constructor(url: string, openWebSocket: OpenWebSocket, isSignedOut: () => Promise<boolean>) {
    this.#url = url;
    this.#openWebSocket = openWebSocket;
    this.#isSignedOut = isSignedOut;
  }

  get isOpen(): boolean {
    return this.#state.state === "open";
  }

  /** Whether it is connecting for the first time, or has all reason to succeed. */
  get isHopeful(): boolean {
    return this.#failures === 0;
  }

  attach(line: Line): void {
    this.#lines.set(line.address, line);
    if (this.#leaving) clearTimeout(this.#leaving);
    this.#leaving = null;
    if (this.#state.state === "open") line.onOpen();
    else if (this.#state.state === "signed-out") line.onSignedOut();
    else if (this.#state.state === "idle") this.#connect();
  }

  detach(line: Line): void {
    this.#lines.delete(line.address);
    if (this.#lines.size > 0) return;
    this.#leaving = setTimeout(() => this.#leave(), linger);
  }

  /** Sends when open; a line that needs it sends again in `onOpen`. */
  send(bytes: Uint8Array): void {
    if (this.#state.state === "open") this.#state.ws.send(Uint8Array.from(bytes));
  }

  #connect(): void {
    const ws = this.#openWebSocket(this.#url);
    ws.binaryType = "arraybuffer";
    this.#state = { state: "connecting", ws };
    ws.onopen = () => this.#opened(ws);
    ws.onmessage = ({ data }) => this.#received(ws, data);
    ws.onclose = ({ reason }) => this.#closed(ws, reason);
    // A close follows.
    ws.onerror = () => undefined;
    this.#watch ??= setInterval(() => this.#listen(), listenEvery);
    globalThis.addEventListener?.("online", this.#hurry);
    globalThis.addEventListener?.("offline", this.#giveUp);
  }

  #opened(ws: WebSocket): void {
    this.#failures = 0;
    this.#state = { state: "open", ws, lastHeard: performance.now() };
    for (const line of [...this.#lines.values()]) line.onOpen();
  }

  #received(ws: WebSocket, data: unknown): void {
    if (this.#state.state !== "open" || this.#state.ws !== ws || !(data instanceof ArrayBuffer)) return;
    this.#state.lastHeard = performance.now();
    const bytes = new Uint8Array(data);
    if (isPing(bytes)) ws.send(pong);
    else this.#lines.get(addressOf(bytes))?.onFrame(bytes);
  }

  #closed(ws: WebSocket, reason: string): void {
    const before = this.#state;
    if ((before.state !== "open" && before.state !== "connecting") || before.ws !== ws) return;
    if (reason === closings.signedOut) {
      this.#signedOut();
      return;
    }
    // A restart is announced and short, and no reason to lose hope.
    if (reason !== closings.restarting) this.#failures += 1;
    const wait = waitBeforeTrying(this.#failures, Math.random());
    this.#state = { state: "waiting", timer: setTimeout(() => this.#connect(), wait) };
    for (const line of [...this.#lines.values()]) line.onClose();
    if (before.state === "connecting")
      this.#isSignedOut().then(
        (isOut) => isOut && this.#state.state === "waiting" && this.#signedOut(),
        () => undefined,
      );
  }

  #signedOut(): void {
    this.#stop();
    this.#state = { state: "signed-out" };
    for (const line of [...this.#lines.values()]) line.onSignedOut();
  }

  /** The network is back, so there is no reason to wait. */
  readonly #hurry = (): void => {
    if (this.#state.state !== "waiting") return;
    clearTimeout(this.#state.timer);
    this.#connect();
  };

  /** The network is gone, so the socket is, though nobody told it yet. */
  readonly #giveUp = (): void => {
    if (this.#state.state === "open") this.#break(this.#state.ws);
  };

  #listen(): void {
    if (this.#state.state === "open" && performance.now() - this.#state.lastHeard > longestSilence)
      this.#break(this.#state.ws);
  }

  /** Treats the socket as closed at once: a broken one can take a minute to say so. */
  #break(ws: WebSocket): void {
    this.#closed(ws, "");
    ws.close();
  }

  #leave(): void {
    const before = this.#state;
    this.#stop();
    this.#state = { state: "idle" };
    this.#failures = 0;
    if (before.state === "open" || before.state === "connecting") before.ws.close();
  }

  #stop(): void {
    if (this.#state.state === "waiting") clearTimeout(this.#state.timer);
    if (this.#watch) clearInterval(this.#watch);
    this.#watch = null;
    globalThis.removeEventListener?.("online", this.#hurry);
    globalThis.removeEventListener?.("offline", this.#giveUp);
  }
}
