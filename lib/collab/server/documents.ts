/** The documents that are open in this process: they are loaded when somebody comes, and let go when the last one left. */
import { setTimeout as wait } from "node:timers/promises";
import type { Document, Hocuspocus } from "@hocuspocus/server";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { forgetRebuttalAgain } from "@/lib/rebuttal/cover";
import { placeAstray } from "@/lib/revisions/place-astray";
import { limits } from "../limits";
import { articleDocument, type DocumentName, parseDocumentName } from "../names";
import { coverAgain, forgetLayerAgain } from "../note-cover";
import { denials } from "../protocol";
import { compact } from "./compaction";
import { loadDocument } from "./load-document";
import type { OpenDocument } from "./open-document";
import type { Openings } from "./openings";
import type { PeerMessage } from "./peer-message";
import type { PeerListener, Peers } from "./peers";
import { persistently } from "./persistently";
import type { RebuttalProjector } from "./rebuttal-projector";
import type { Scope } from "./scope";
import type { Session } from "./session";
import type { Socket } from "./socket";
import { readStoredDocument } from "./stored-document";
import { Turns } from "./turns";
import type { UpdateLog } from "./update-log";

export class Documents {
  readonly #open = new Map<string, OpenDocument>();
  /** Who was let in and waits for a document, by its name: it must not be let go just now. */
  readonly #arriving = new Map<string, Set<Session>>();
  /** Being read from the database; outdated when something was written meanwhile. */
  readonly #loading = new Map<string, { isOutdated: boolean; early: PeerMessage[] }>();
  readonly #compacting = new Set<string>();
  readonly #turns = new Turns(limits.compactionsAtOnce);
  /** Documents whose closing is being noted: an opening is noted after it. */
  readonly #closing = new Map<string, Promise<void>>();
  readonly #log: UpdateLog;
  readonly #projector: RebuttalProjector;
  readonly #openings: Openings;
  readonly #peers: Peers;

  /** @param peersFor the other processes, who tell this listener their news */
  constructor(
    updateLog: UpdateLog,
    projector: RebuttalProjector,
    openings: Openings,
    peersFor: (listener: PeerListener) => Peers,
  ) {
    this.#log = updateLog;
    this.#peers = peersFor({ hear: (message) => this.#hear(message), onGap: (name) => this.#bridge(name) });
    this.#openings = openings;
    this.#projector = projector;
  }

  get(name: string): OpenDocument | undefined {
    return this.#open.get(name);
  }

  [Symbol.iterator](): Iterator<OpenDocument> {
    return this.#open.values();
  }

  /** Why there is no room for one more session of the socket's person; null when there is. */
  obstacleFor({ actor, sessions }: Socket, { document: name }: Scope): string | null {
    if (sessions.size >= limits.documentsPerSocket) return denials.tooManyDocuments;
    const present = [...(this.#open.get(name)?.sessions ?? []), ...(this.#arriving.get(name) ?? [])];
    const own = present.filter((session) => session.actor.user.id === actor.user.id);
    if (own.length >= limits.pagesPerPersonAndDocument) return denials.full;
    const people = new Set(present.map((session) => session.actor.user.id));
    return own.length === 0 && people.size >= limits.peoplePerDocument ? denials.full : null;
  }

  expect(session: Session): void {
    const name = session.scope.document;
    const waiting = this.#arriving.get(name) ?? new Set();
    this.#arriving.set(name, waiting.add(session));
  }

  /** The session is in the document, or won't come. */
  expectNoMore(session: Session): void {
    const name = session.scope.document;
    const waiting = this.#arriving.get(name);
    waiting?.delete(session);
    if (waiting?.size === 0) this.#arriving.delete(name);
  }

  /** The document can't be loaded, so nobody who waits for it arrives. */
  disappoint(name: string): void {
    for (const session of this.#arriving.get(name) ?? []) session.end();
    this.#arriving.delete(name);
  }

  /**
   * Loads the document.
   * @returns its state, as an update
   * @throws when the database is away or there is no such document
   */
  async load(name: DocumentName, hocuspocus: Hocuspocus): Promise<Uint8Array> {
    await this.#closing.get(name);
    await this.#openings.open(name);
    const loading = { isOutdated: false, early: [] as PeerMessage[] };
    this.#loading.set(name, loading);
    await this.#peers.join(name);
    try {
      const loaded = await this.#read(name, hocuspocus);
      for (const message of loading.early) this.#tell(loaded, message);
      return loaded.state();
    } catch (error) {
      this.#peers.leave(name);
      throw error;
    } finally {
      this.#loading.delete(name);
    }
  }

  async #read(name: DocumentName, hocuspocus: Hocuspocus): Promise<OpenDocument> {
    const loaded = await loadDocument(name, {
      log: this.#log,
      wasLeftOpen: (document) => this.#openings.wasLeftOpen(document),
      onDurable: (document) => this.#afterCommit(document, hocuspocus),
      catchUp,
      onRead: (document, updates) => this.#foretell(document, updates),
      tellPeers: (document, news) => this.#peers.tell(document, news),
      onAstray: (articleId) => void this.#placeAstray(articleId),
      onExposed: (articleId) => void this.#coverAgain(articleId),
      isQuoted: (articleId, highlightId) =>
        [...this.#open.values()].some((other) => other.articleId === articleId && other.quotes(highlightId)),
    });
    if (!loaded) throw new Error(`there is no document ${name}`);
    this.#open.set(name, loaded);
    metrics.documents.set(this.#open.size);
    if (this.#loading.get(name)?.isOutdated) this.#catchUp(loaded);
    else loaded.takeIn([]);
    return loaded;
  }

  /**
   * Building a large document takes longer than sending it, and nothing leaves meanwhile. So those who wait for it are sent
   * it first; who reads slowly doesn't hold up the others for long.
   */
  async #foretell(name: DocumentName, updates: readonly Uint8Array[]): Promise<void> {
    const bytes = updates.reduce((sum, { length }) => sum + length, 0);
    if (bytes < limits.largeDocument || updates.length > limits.largeDocumentPieces) return;
    const leaving = [...(this.#arriving.get(name) ?? [])].map((session) => session.foretell(updates));
    await Promise.race([Promise.all(leaving), wait(limits.largeDocumentWait, undefined, { ref: false })]);
  }

  /** The server edited layers by itself: takes the edits in. */
  catchUp(concerns: (articleId: string) => boolean): void {
    for (const [name, loading] of this.#loading) if (isLayer(name, concerns)) loading.isOutdated = true;
    for (const document of this.#open.values()) if (isLayer(document.name, concerns)) this.#catchUp(document);
  }

  /** Lets go of cursors on other processes of which nothing is heard any more. */
  expireCursors(): void {
    const now = performance.now();
    for (const document of this.#open.values()) document.presence.expire(now);
  }

  /** Hears no more of other processes, and tells them nothing more. */
  part(): void {
    this.#peers.close();
  }

  #hear(message: PeerMessage): void {
    const document = this.#open.get(message.document);
    const loading = this.#loading.get(message.document);
    if (document) this.#tell(document, message);
    else loading?.early.push(message);
  }

  #tell(document: OpenDocument, { from, news }: PeerMessage): void {
    switch (news.kind) {
      case "update":
        if (!document.follow(news.update)) this.#reconcile(document);
        break;
      case "places":
        document.presence.hear(from, news.update);
        break;
      case "hello":
        document.repeat();
        break;
      case "gap":
        this.#reconcile(document);
        break;
      case "bye":
        document.presence.forget(from);
        break;
    }
  }

  /** Something may have been missed between this process and others: tells and reads it again. */
  #bridge(name: DocumentName): void {
    const document = this.#open.get(name);
    const loading = this.#loading.get(name);
    if (loading) loading.isOutdated = true;
    if (!document) return;
    document.repeat();
    this.#reconcile(document);
  }

  /** Reads what other processes wrote, and writes what became of changes that they didn't know of. */
  #reconcile(document: OpenDocument): void {
    catchUp(document, document.signal).then(
      () => document.reproject(),
      () => undefined,
    );
  }

  #catchUp(document: OpenDocument): void {
    // It ends when the document is let go; until then it is tried again.
    catchUp(document, document.signal).catch(() => undefined);
  }

  /** Looks for the places of highlights that were put on an earlier revision. */
  async #placeAstray(articleId: string): Promise<void> {
    try {
      // What is still on its way to the log would stay behind.
      await this.#log.settled(articleDocument(articleId));
      await placeAstray(articleId);
    } catch (error) {
      // They stay where they say they are, and are looked for again at the next chance.
      log.warn({ err: error, articleId }, "highlights from an earlier revision could not be placed");
    }
  }

  /** Words were purged: what of them is on its way to the log from here must not stay in it. */
  forgetAgain(concerns: (document: DocumentName) => boolean): void {
    for (const { name } of this.#open.values()) if (concerns(name)) void this.#forgetAgain(name);
  }

  async #forgetAgain(name: DocumentName): Promise<void> {
    try {
      await this.#log.settled(name);
      const ref = parseDocumentName(name);
      if (ref?.kind === "article") await forgetLayerAgain(ref.articleId);
      if (ref?.kind === "rebuttal") await forgetRebuttalAgain(ref.rebuttalId);
    } catch (error) {
      log.error({ err: error, document: name }, "what came to the log during a purge could not be taken out of it");
    }
  }

  /** Takes out of notes what came into them while moderators took them down. */
  async #coverAgain(articleId: string): Promise<void> {
    const name = articleDocument(articleId);
    try {
      // What is still on its way to the log would come back.
      await this.#log.settled(name);
      await coverAgain(articleId);
    } catch (error) {
      // It is looked for again when somebody opens the article.
      log.warn({ err: error, articleId }, "a note that was taken down could not be emptied again");
    }
  }

  /** Whether nobody is in the document, nobody comes, and all of it is in the database. */
  mayGo(name: DocumentName): boolean {
    return !this.#arriving.has(name) && !this.#log.isPending(name);
  }

  /** Lets the document go. */
  release(name: string): void {
    const document = this.#open.get(name);
    if (!document) return;
    this.#open.delete(name);
    metrics.documents.set(this.#open.size);
    this.#peers.leave(document.name);
    const closing = this.#openings.close([document.name]).finally(() => this.#closing.delete(name));
    this.#closing.set(name, closing);
    if (document.rows >= limits.rowsAtClose) void this.#compact(document);
    document.destroy();
  }

  /** Notes at the end which documents are left with everything written. */
  async noteClosed(): Promise<void> {
    await this.#openings.close(
      [...this.#open.values()].map(({ name }) => name).filter((name) => !this.#log.isPending(name)),
    );
  }

  #afterCommit(document: OpenDocument, hocuspocus: Hocuspocus): void {
    const ref = parseDocumentName(document.name);
    if (ref?.kind === "rebuttal") this.#projector.touch(ref.rebuttalId);
    if (document.rows >= limits.rowsWhileOpen) void this.#compact(document);
    // The last person may have left while this was on its way.
    const shown: Document | undefined = hocuspocus.documents.get(document.name);
    if (shown && shown.getConnectionsCount() === 0) void hocuspocus.unloadDocument(shown);
  }

  async #compact(document: OpenDocument): Promise<void> {
    if (this.#compacting.has(document.name)) return;
    this.#compacting.add(document.name);
    try {
      document.rows -= await this.#turns.take(() => compact(document.name));
    } catch (error) {
      // The log is complete without it, and the next edits ask for it again.
      log.warn({ err: error, document: document.name }, "a snapshot could not be made");
    } finally {
      this.#compacting.delete(document.name);
    }
  }
}

function isLayer(name: string, concerns: (articleId: string) => boolean): boolean {
  const ref = parseDocumentName(name);
  return ref?.kind === "article" && concerns(ref.articleId);
}

/** Takes in what the log holds beyond the document, which may need something that is about to be written. */
async function catchUp(document: OpenDocument, signal: AbortSignal): Promise<void> {
  const take = async () => document.takeIn((await readStoredDocument(document.name)).updates);
  await persistently("taking in the server's edits", take, signal);
}
