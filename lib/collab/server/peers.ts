/** The other processes of this installation, heard and told over Redis: hints that make news quick. What counts is in the log. */
import { createHmac } from "node:crypto";
import { Redis } from "ioredis";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import type { DocumentName } from "../names";
import { decodePeerMessage, encodePeerMessage, type PeerMessage, type PeerNews } from "./peer-message";

export interface PeerListener {
  hear(message: PeerMessage): void;
  /** Something about the document may have been missed, here or by others: tells them again, and reads the log. */
  onGap(document: DocumentName): void;
}

export interface Peers {
  /** Starts listening to what others say of the document, and greets them. Never throws; Redis may be away. */
  join(document: DocumentName): Promise<void>;
  leave(document: DocumentName): void;
  tell(document: DocumentName, news: PeerNews): void;
  close(): void;
}

/** A process by itself has nobody to tell. */
export const nobody: Peers = {
  join: async () => undefined,
  leave: () => undefined,
  tell: () => undefined,
  close: () => undefined,
};

/** How long opening a document may wait for Redis, in ms: without it the document is opened all the same. */
const joinLimit = 500;
/** Every so often a message to ourselves shows that Redis still carries any, in ms. */
const heartbeat = 1000;
const longestRetry = 500; // ms

const patience = {
  // What can't be said at once isn't said: after a while without Redis everyone reads the log.
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResubscribe: false,
  enableAutoPipelining: true,
  connectTimeout: 2000,
  retryStrategy: (attempt: number) => Math.min(50 * attempt, longestRetry),
} as const;

interface Joined {
  /** Messages of ours about the document. */
  told: number;
  /** The last message of each other process. */
  heard: Map<string, number>;
}

export class RedisPeers implements Peers {
  readonly #processId: string;
  readonly #key: string;
  readonly #prefix: string;
  readonly #listener: PeerListener;
  readonly #speaker: Redis;
  readonly #hearer: Redis;
  readonly #joined = new Map<DocumentName, Joined>();
  readonly #pulse: NodeJS.Timeout;
  #isWhole = false;
  #hasFailed = false;
  /** Since when our own heartbeat wasn't heard; null: it was. */
  #beatAt: number | null = null;

  /**
   * @param secret the installation's: names its channels, which other installations may share a Redis with, and signs
   */
  constructor(url: string, secret: string, processId: string, listener: PeerListener) {
    this.#processId = processId;
    this.#key = createHmac("sha256", secret).update("what processes tell each other").digest("hex");
    const name = createHmac("sha256", secret).update("where processes meet").digest("hex").slice(0, 12);
    this.#prefix = `rejoinder:${name}:`;
    this.#listener = listener;
    this.#speaker = new Redis(url, patience);
    this.#hearer = new Redis(url, patience);
    for (const side of [this.#speaker, this.#hearer]) {
      side.on("error", (error: Error) => this.#fail(error));
      side.on("close", () => this.#fail());
      side.on("ready", () => void this.#mend());
    }
    this.#hearer.on("messageBuffer", (channel: Buffer, bytes: Buffer) => this.#receive(channel.toString(), bytes));
    this.#pulse = setInterval(() => this.#beat(), heartbeat);
    this.#pulse.unref();
  }

  async join(document: DocumentName): Promise<void> {
    this.#joined.set(document, { told: 0, heard: new Map() });
    const joined = this.#hearer.subscribe(this.#channel(document)).then(
      () => this.tell(document, { kind: "hello" }),
      () => undefined,
    );
    await Promise.race([joined, after(joinLimit)]);
  }

  leave(document: DocumentName): void {
    this.tell(document, { kind: "bye" });
    this.#joined.delete(document);
    this.#hearer.unsubscribe(this.#channel(document)).catch(() => undefined);
  }

  tell(document: DocumentName, news: PeerNews): void {
    const joined = this.#joined.get(document);
    if (!joined || !this.#isWhole) return;
    joined.told += 1;
    const message = { from: this.#processId, document, number: joined.told, news };
    this.#speaker
      .publish(this.#channel(document), encodePeerMessage(message, this.#key))
      .catch((error: Error) => this.#fail(error));
  }

  close(): void {
    clearInterval(this.#pulse);
    this.#isWhole = false;
    this.#hasFailed = true;
    this.#speaker.disconnect();
    this.#hearer.disconnect();
  }

  #channel(name: string): string {
    return `${this.#prefix}${name}`;
  }

  #receive(channel: string, bytes: Buffer): void {
    if (channel === this.#channel(this.#processId)) {
      this.#beatAt = null;
      return;
    }
    const message = decodePeerMessage(bytes, this.#key);
    const joined = message && this.#joined.get(message.document);
    if (!joined || message.from === this.#processId) return;
    const last = joined.heard.get(message.from);
    joined.heard.set(message.from, message.number);
    if (message.news.kind === "bye") joined.heard.delete(message.from);
    // One that begins anew has opened the document again.
    if (last !== undefined && message.number > last + 1) this.#listener.onGap(message.document);
    this.#listener.hear(message);
  }

  #beat(): void {
    if (!this.#isWhole) return;
    if (this.#beatAt !== null && performance.now() - this.#beatAt > heartbeat) {
      this.#fail(new Error("it carries no messages"));
      this.#speaker.disconnect(true);
      this.#hearer.disconnect(true);
      return;
    }
    this.#beatAt ??= performance.now();
    this.#speaker.publish(this.#channel(this.#processId), "").catch((error: Error) => this.#fail(error));
  }

  #fail(error?: Error): void {
    this.#isWhole = false;
    this.#beatAt = null;
    metrics.redis.set(0);
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    log.error({ error: error?.message }, "Redis can't be reached: edits of other processes show only once it is back");
  }

  /** Both sides are there: hears everything anew, and lets everybody read what was missed. */
  async #mend(): Promise<void> {
    if (this.#speaker.status !== "ready" || this.#hearer.status !== "ready") return;
    try {
      const channels = [this.#processId, ...this.#joined.keys()].map((name) => this.#channel(name));
      await this.#hearer.subscribe(...channels);
    } catch (error) {
      this.#fail(error instanceof Error ? error : undefined);
      return;
    }
    this.#isWhole = true;
    metrics.redis.set(1);
    if (this.#hasFailed) log.info("Redis is back");
    this.#hasFailed = false;
    for (const document of this.#joined.keys()) {
      this.tell(document, { kind: "hello" });
      this.#listener.onGap(document);
      this.tell(document, { kind: "gap" });
    }
  }
}

const after = (ms: number) => new Promise<void>((done) => setTimeout(done, ms).unref());
