/** The log of accepted updates: one transaction for all that arrived while the last one was committing (database). */
import { logPool } from "@/lib/db/client";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { limits } from "../limits";
import type { DocumentName } from "../names";
import { type HighlightRow, highlightStatements, rowParameters } from "./highlight-rows";
import { orAborted } from "./or-aborted";
import { longer } from "./persistently";

export interface Entry {
  document: DocumentName;
  /** Null: nothing new; the sender only waits until all before it is durable, or only rows are written. */
  update: Uint8Array | null;
  /** Null: the server itself. */
  userId: string | null;
  /** What becomes of highlights' rows, in the same transaction. */
  rows: readonly HighlightRow[];
  /** Called once it is committed; a document's entries in their order. */
  onDurable(): void;
}

/** The entries of one document, in order; the next transaction starts with the first. */
interface Lane {
  entries: Entry[];
  /** After a failure: when to try again, and how long the wait was. */
  rest: { until: number; pause: number } | null;
}

/** Bounds of one transaction. */
const mostEntries = 2000;
const mostBytes = 8 * 1024 * 1024;

export class UpdateLog {
  readonly #lanes = new Map<DocumentName, Lane>();
  #isRunning = false;
  #isStopped = false;
  /** When the last transaction was started. */
  #began = Number.NEGATIVE_INFINITY;
  #alarm: NodeJS.Timeout | null = null;
  /** The last transaction, whether it is over or not. */
  #committing: Promise<void> = Promise.resolve();
  readonly #idle: (() => void)[] = [];
  /** Who waits for an entry to be committed. */
  readonly #settling = new Map<Entry, (() => void)[]>();
  /** Bytes that wait in all lanes, and who waits until they are fewer. */
  #unwritten = 0;
  readonly #crowded: (() => void)[] = [];

  append(entry: Entry): void {
    const lane = this.#lanes.get(entry.document) ?? { entries: [], rest: null };
    this.#lanes.set(entry.document, lane);
    lane.entries.push(entry);
    this.#unwritten += entry.update?.length ?? 0;
    metrics.unwritten.inc();
    this.#start();
  }

  /**
   * Waits until there is room for more: while the database is away, edits must not fill the memory.
   * @throws when the signal aborts
   */
  async room(signal: AbortSignal): Promise<void> {
    while (this.#unwritten > limits.unwritten) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#crowded.push(resolve);
      await orAborted(promise, signal);
    }
  }

  /** Whether something of the document isn't committed yet. */
  isPending(document: DocumentName): boolean {
    return this.#lanes.has(document);
  }

  /** Waits until everything of the document is committed that is waiting for it now. */
  async settled(document: DocumentName): Promise<void> {
    const last = this.#lanes.get(document)?.entries.at(-1);
    if (!last) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#settling.set(last, [...(this.#settling.get(last) ?? []), resolve]);
    await promise;
  }

  /**
   * Waits until everything is committed.
   * @param within the longest wait, in ms
   * @returns whether it is
   */
  async drain(within: number): Promise<boolean> {
    if (this.#lanes.size === 0) return true;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#idle.push(resolve);
    const timer = setTimeout(resolve, within);
    await promise;
    clearTimeout(timer);
    return this.#lanes.size === 0;
  }

  /** Tries no more. What isn't committed is lost to this process. Resolves when the last attempt is over. */
  stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#alarm) clearTimeout(this.#alarm);
    return this.#committing;
  }

  #start(): void {
    if (this.#isRunning || this.#isStopped) return;
    this.#isRunning = true;
    const wait = this.#began + limits.commitEvery - performance.now();
    if (wait > 0) setTimeout(() => void this.#run(), wait);
    // At the end of this turn, so that frames which came in one read of the socket go into one transaction.
    else setImmediate(() => void this.#run());
  }

  async #run(): Promise<void> {
    if (this.#isStopped) return;
    this.#began = performance.now();
    const batch = this.#take();
    if (batch.size > 0) this.#committing = this.#commit(batch);
    await this.#committing;
    this.#isRunning = false;
    if (this.#lanes.size === 0) for (const wake of this.#idle.splice(0)) wake();
    else if (!this.#isStopped) this.#goOn();
  }

  /** The entries of the next transaction, by document. They stay in their lanes until it is committed. */
  #take(): Map<DocumentName, Entry[]> {
    const batch = new Map<DocumentName, Entry[]>();
    const now = performance.now();
    let entries = 0;
    let bytes = 0;
    for (const [document, lane] of this.#lanes) {
      if (lane.rest && lane.rest.until > now) continue;
      const taken: Entry[] = [];
      for (const entry of lane.entries) {
        if (entries >= mostEntries || bytes >= mostBytes) break;
        taken.push(entry);
        entries += 1;
        bytes += entry.update?.length ?? 0;
      }
      if (taken.length > 0) batch.set(document, taken);
    }
    return batch;
  }

  async #commit(batch: ReadonlyMap<DocumentName, Entry[]>): Promise<void> {
    const entries = [...batch.values()].flat();
    const began = performance.now();
    try {
      await write(entries);
      metrics.commitTime.observe((performance.now() - began) / 1000);
      metrics.commitSize.observe(entries.length);
    } catch (error) {
      metrics.commitFailures.inc();
      if (batch.size > 1 && isOfTheData(error)) {
        // One document's trouble must not hold up the others.
        for (const [document, entries] of batch) await this.#commit(new Map([[document, entries]]));
      } else for (const document of batch.keys()) this.#rest(document, error);
      return;
    }
    for (const [document, entries] of batch) this.#settle(document, entries);
  }

  #settle(document: DocumentName, committed: readonly Entry[]): void {
    const lane = this.#lanes.get(document);
    if (!lane) return;
    lane.entries.splice(0, committed.length);
    metrics.unwritten.dec(committed.length);
    lane.rest = null;
    if (lane.entries.length === 0) this.#lanes.delete(document);
    for (const { update } of committed) this.#unwritten -= update?.length ?? 0;
    for (const wake of this.#crowded.splice(0)) wake();
    for (const entry of committed) {
      try {
        entry.onDurable();
      } catch (error) {
        log.error({ err: error, document }, "telling about a durable edit failed");
      }
      for (const wake of this.#settling.get(entry) ?? []) wake();
      this.#settling.delete(entry);
    }
  }

  #rest(document: DocumentName, error: unknown): void {
    const lane = this.#lanes.get(document);
    if (!lane) return;
    const pause = lane.rest ? longer(lane.rest.pause) : limits.firstRetry;
    lane.rest = { until: performance.now() + pause, pause };
    const waiting = lane.entries.length;
    log.error({ err: error, document, waiting, retryIn: pause }, "edits could not be written and are tried again");
  }

  /** Starts as soon as a document's entries may be tried. */
  #goOn(): void {
    if (this.#alarm) clearTimeout(this.#alarm);
    const next = Math.min(...[...this.#lanes.values()].map(({ rest }) => rest?.until ?? 0));
    const wait = next - performance.now();
    if (wait <= 0) this.#start();
    else this.#alarm = setTimeout(() => this.#start(), wait + 1);
  }
}

/** Whether PostgreSQL answered and didn't like the data, as opposed to being away, full or told to stop. */
function isOfTheData(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^(?:22|23|42)[0-9A-Z]{3}$/.test(code);
}

const appendStatement = `
  appended AS (
    INSERT INTO "CollabUpdate" ("document", "update", "userId")
    SELECT document, update, "userId"
    FROM unnest($1::text[], $2::bytea[], $3::uuid[]) WITH ORDINALITY AS new (document, update, "userId", place)
    ORDER BY place
  )`;
// pg reads query_timeout of a query too; its types don't say so.
const patience = { query_timeout: 15_000 }; // ms
const append = { ...patience, name: "collab-append", text: `WITH ${appendStatement} SELECT 1` };
const appendAndProject = {
  ...patience,
  name: "collab-append-and-project",
  text: `WITH ${appendStatement}, ${highlightStatements("$4", "$5", "$6")} SELECT 1`,
};

/** Writes the entries in one statement, which is one transaction and one journey to the database. */
async function write(entries: readonly Entry[]): Promise<void> {
  const updates = entries.flatMap(({ document, update, userId }) => (update ? [{ document, update, userId }] : []));
  const rows = entries.flatMap((entry) => entry.rows);
  if (updates.length === 0 && rows.length === 0) return;
  const columns = [
    updates.map(({ document }) => document),
    updates.map(({ update }) => Buffer.from(update.buffer, update.byteOffset, update.byteLength)),
    updates.map(({ userId }) => userId),
  ];
  if (rows.length === 0) {
    await logPool().query({ ...append, values: columns });
    return;
  }
  const { standing, gone, writers } = rowParameters(rows);
  await logPool().query({ ...appendAndProject, values: [...columns, standing, gone, writers] });
}
