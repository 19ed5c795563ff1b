/** One open document: tries each frame on the shadow, logs what is accepted, and shows it to everyone. */
import * as Y from "yjs";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { serverClient } from "../layer";
import { limits } from "../limits";
import type { DocumentName } from "../names";
import type { Refusal } from "../protocol";
import { ClientIds, type UpdateKind } from "./client-ids";
import { DocumentSize } from "./document-size";
import type { Answers, Guard, Untidy, Verdict } from "./guard";
import type { HighlightRow } from "./highlight-rows";
import { lookUpHighlights } from "./known-highlights";
import type { Owners } from "./owners";
import type { PeerNews } from "./peer-message";
import { persistently } from "./persistently";
import { Presence } from "./presence";
import { Recent } from "./recent";
import type { Session } from "./session";
import type { Change, Shadow } from "./shadow";
import type { UpdateLog } from "./update-log";
import { isRefusal, type Reading, readUpdate } from "./vocabulary";

/** Marks our own writes to Hocuspocus' document, which needs no storing by Hocuspocus. */
const origin = { source: "local", skipStoreHooks: true } as const;

/** What a document has around it in this process. */
export interface Surroundings {
  log: UpdateLog;
  /** Called after each commit that concerns the document. */
  onDurable(document: OpenDocument): void;
  /** Whether a process ended with the document open, and may have lost what it had shown. */
  wasLeftOpen(document: DocumentName): Promise<boolean>;
  /** Whether a rebuttal that is being written quotes the highlight: its row may not say so yet. */
  isQuoted(articleId: string, highlightId: string): boolean;
  /** Takes in what the log holds and the document doesn't. */
  catchUp(document: OpenDocument, signal: AbortSignal): Promise<void>;
  /** Called when the document was read and all of it may be told as it is stored; it is built when this resolves. */
  onRead(document: DocumentName, updates: readonly Uint8Array[]): Promise<void>;
  /** Tells other processes that may have the document open too. */
  tellPeers(document: DocumentName, news: PeerNews): void;
  /** Called when a highlight stands on another revision than the current one, and that is durable. */
  onAstray(articleId: string): void;
  /** Called when somebody wrote in a note before they knew that moderators had taken it down. */
  onExposed(articleId: string): void;
}

interface UpdateFrame {
  kind: UpdateKind;
  update: Uint8Array;
  reading: Reading;
}

export class OpenDocument {
  readonly name: DocumentName;
  /** Null when it belongs to no article. */
  readonly articleId: string | null;
  readonly workspaceId: string;
  /** What it held when it was read, as a state vector. */
  readonly stored: Uint8Array;
  readonly sessions = new Set<Session>();
  readonly presence = new Presence(
    this.sessions,
    (session, client) => this.#clientIds.claim(session, client),
    (update) => this.#around.tellPeers(this.name, { kind: "places", update }),
  );
  /** Log rows that no snapshot holds. */
  rows: number;
  readonly #guard: Guard;
  readonly #shadow: Shadow;
  readonly #around: Surroundings;
  /** What everyone sees: Hocuspocus' document. */
  #shown: Y.Doc | null = null;
  /** What came in after the state was handed out and before there was a document to show it in. */
  #unshown: Uint8Array[] = [];
  /** Accepted updates that aren't shown before they are durable. */
  readonly #hidden = new Set<Uint8Array>();
  readonly #clientIds: ClientIds;
  readonly #size: DocumentSize;
  readonly #gone = new AbortController();
  readonly #recent = new Recent();

  constructor(
    place: { name: DocumentName; articleId: string | null; workspaceId: string; rows: number; bytes: number },
    guard: Guard,
    shadow: Shadow,
    owners: Owners,
    around: Surroundings,
  ) {
    this.name = place.name;
    this.articleId = place.articleId;
    this.workspaceId = place.workspaceId;
    this.rows = place.rows;
    this.#guard = guard;
    this.#shadow = shadow;
    this.stored = Y.encodeStateVector(shadow.doc);
    this.#size = new DocumentSize(place.bytes, () => this.state().length);
    this.#clientIds = new ClientIds(owners, () => around.wasLeftOpen(place.name));
    this.#around = around;
  }

  /** Takes the document that is shown to everyone. It holds what the shadow holds. */
  show(document: Y.Doc): void {
    this.#shown = document;
    for (const update of this.#unshown.splice(0)) this.#apply(update);
  }

  /** The whole document, as an update. */
  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#shadow.doc);
  }

  /**
   * Receives one update frame. When this resolves to true, it is accepted and applied, and its session will be told when
   * it is durable; when to false, nothing of it was kept, and its session was told why (unless it ended meanwhile).
   */
  async receive(session: Session, kind: UpdateKind, update: Uint8Array): Promise<boolean> {
    if (update.length > limits.frame) return this.#refuse(session, tooLarge);
    const reading = readUpdate(update, this.#guard.vocabulary);
    if (isRefusal(reading)) return this.#refuse(session, reading);

    const frame = { kind, update, reading };
    if (!(await this.#prepare(session, frame))) return false;
    let answers: Answers = new Map();
    for (let open = this.#guard.questions(reading, this.#shadow.doc); open.length > 0; ) {
      try {
        answers = await persistently("looking up highlights", () => this.#lookUp(open), session.signal);
      } catch {
        return false;
      }
      // Others' frames may have changed meanwhile what has to be known.
      const now = this.#guard.questions(reading, this.#shadow.doc);
      open = now.every((id) => answers.has(id)) ? [] : now;
    }
    return this.#consider(session, frame, answers);
  }

  /**
   * Reads what the rules will ask for beside highlights, and whose the client ids are.
   * @returns false when the frame was refused, or the session ended meanwhile
   */
  async #prepare(session: Session, frame: UpdateFrame): Promise<boolean> {
    const prepare = this.#guard.prepare(frame.reading, session.actor.user.id);
    try {
      await this.#around.log.room(session.signal);
      // The client heard of an edit of the server's before this process did.
      if (this.#writers(frame).includes(serverClient)) await this.#around.catchUp(this, session.signal);
      if (prepare) await persistently("looking up revisions", prepare, session.signal);
      const refusal = await this.#clientIds.prepare(session, { kind: frame.kind, writers: this.#writers(frame) });
      return refusal ? this.#refuse(session, refusal) : true;
    } catch {
      return false;
    }
  }

  async #lookUp(ids: readonly string[]): Promise<Answers> {
    const rows = [...(await lookUpHighlights(ids))].map(([id, known]) => {
      const cited = known !== null && (known.cited || this.#isQuoted(id));
      return [id, known && { ...known, cited }] as const;
    });
    return new Map(rows);
  }

  /** From the look at the shadow to its acceptance, nothing else runs. */
  #consider(session: Session, frame: UpdateFrame, answers: Answers): boolean | Promise<boolean> {
    const { update, reading } = frame;
    if (session.state !== "open") return false;
    const foreign = this.#clientIds.refusalOf(session, { kind: frame.kind, writers: this.#writers(frame) });
    if (foreign) return this.#refuse(session, foreign);
    if (!this.#hasRoomFor(frame)) return this.#refuse(session, documentFull);
    const attempt = this.#shadow.attempt(update);
    if (attempt.outcome === "refused") return this.#rebuildAndRefuse(session, attempt.refusal);
    if (attempt.outcome === "nothing-new") {
      this.#clientIds.accepted(session, reading.ends.keys());
      this.#append(session, null, [], () => undefined);
      return true;
    }
    const verdict = this.#judge(session, attempt.change, reading, answers);
    if ("refusal" in verdict) return this.#rebuildAndRefuse(session, verdict.refusal);

    this.#clientIds.accepted(session, reading.ends.keys());
    if (verdict.shown === "at-once") {
      this.#apply(update);
      this.#append(session, update, verdict.rows, this.#share(update));
      return true;
    }
    this.#hidden.add(update);
    return new Promise((resolve) => {
      this.#append(session, update, verdict.rows, () => {
        this.#hidden.delete(update);
        this.#apply(update);
        this.#share(update)();
        this.#tidy({ isAstray: verdict.isAstray });
        resolve(true);
      });
    });
  }

  /**
   * Takes in what is in the log and not here: edits of the server's own, made by whichever process.
   * @param updates whose sum is the document as the log has it
   * @throws when the log lacks something that it builds on, which is about to be written
   */
  takeIn(updates: readonly Uint8Array[]): void {
    if (this.#gone.signal.aborted) return;
    const logged = new Y.Doc();
    for (const update of updates) Y.applyUpdate(logged, update);
    const isComplete = !logged.store.pendingStructs && !logged.store.pendingDs;
    const news = Y.encodeStateAsUpdate(logged, Y.encodeStateVector(this.#shadow.doc));
    logged.destroy();
    if (!isComplete) throw new Error("the log isn't complete yet");
    Y.applyUpdate(this.#shadow.doc, news);
    this.#apply(news);
    this.#tidy(this.#guard.adopt(this.#shadow.doc));
  }

  /**
   * Takes in an edit that another process accepted.
   * @returns false when it builds on something that isn't here: the log has it, or is about to
   */
  follow(update: Uint8Array): boolean {
    const attempt = this.#shadow.attempt(update);
    if (attempt.outcome === "refused") {
      this.#rebuild();
      return false;
    }
    if (attempt.outcome === "nothing-new") return true;
    this.#size.grow(update.length);
    const { rows, isExposed } = this.#guard.follow(attempt.change);
    this.#apply(update);
    this.#project(rows);
    this.#tidy({ isExposed });
    return true;
  }

  /** Writes the rows of all that was changed here once more, for processes that didn't hear of each other. */
  reproject(): void {
    this.#project(this.#guard.ownRows(this.#shadow.doc));
  }

  /** Tells other processes again what they may lack, and where everyone here is. */
  repeat(): void {
    for (const { update } of this.#recent.all()) this.#around.tellPeers(this.name, { kind: "update", update });
    this.presence.repeat();
  }

  /** The server's own edit: logged and, once someone looks, shown. */
  write(update: Uint8Array): void {
    this.#shadow.attempt(update);
    this.#apply(update);
    const then = this.#share(update);
    this.#around.log.append({
      document: this.name,
      update,
      userId: null,
      rows: [],
      onDurable: () => {
        then();
        this.#count(1);
      },
    });
  }

  /** Tells other processes of the edit. @returns what to call once it is durable */
  #share(update: Uint8Array): () => void {
    this.#around.tellPeers(this.name, { kind: "update", update });
    return this.#recent.add(update);
  }

  #project(rows: readonly HighlightRow[]): void {
    if (rows.length === 0) return;
    this.#around.log.append({ document: this.name, update: null, userId: null, rows, onDurable: () => undefined });
  }

  /** Whether the document quotes the highlight. */
  quotes(highlightId: string): boolean {
    return this.#guard.quotes(this.#shadow.doc, highlightId);
  }

  #isQuoted(highlightId: string): boolean {
    return this.articleId !== null && this.#around.isQuoted(this.articleId, highlightId);
  }

  #tidy({ isAstray = false, isExposed = false }: Partial<Untidy>): void {
    if (this.articleId === null) return;
    if (isAstray) this.#around.onAstray(this.articleId);
    if (isExposed) this.#around.onExposed(this.articleId);
  }

  /** Aborts when the document is let go. */
  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  destroy(): void {
    this.#gone.abort();
    this.presence.destroy();
    this.#clientIds.end();
    this.#shadow.destroy();
  }

  #judge(session: Session, change: Change, reading: Reading, answers: Answers): Verdict {
    try {
      return this.#guard.judge(change, reading, session.scope.member, answers);
    } catch (error) {
      // A hole in the rules must not become one in the document.
      log.error({ err: error, document: this.name }, "a frame could not be judged and was refused");
      return { refusal: unjudged };
    }
  }

  /** The client ids under which the frame brings something that isn't here yet. */
  #writers({ reading: { ends } }: UpdateFrame): number[] {
    const { store } = this.#shadow.doc;
    return [...ends].filter(([client, end]) => end > Y.getState(store, client)).map(([client]) => client);
  }

  /** Whether the document may still grow by the frame. One that only deletes, or brings nothing new, is always taken. */
  #hasRoomFor(frame: UpdateFrame): boolean {
    return this.#writers(frame).length === 0 || this.#size.grow(frame.update.length);
  }

  #append(
    session: Session,
    update: Uint8Array | null,
    rows: Parameters<UpdateLog["append"]>[0]["rows"],
    then: () => void,
  ): void {
    const began = performance.now();
    this.#around.log.append({
      document: this.name,
      update,
      userId: session.actor.user.id,
      rows,
      onDurable: () => {
        then();
        metrics.acknowledgement.observe((performance.now() - began) / 1000);
        session.confirm();
        this.#count(update ? 1 : 0);
      },
    });
  }

  #count(rows: number): void {
    this.rows += rows;
    this.#around.onDurable(this);
  }

  #apply(update: Uint8Array): void {
    if (this.#shown) Y.applyUpdate(this.#shown, update, origin);
    else this.#unshown.push(update);
  }

  #rebuild(): void {
    if (this.#shown) this.#shadow.rebuild([Y.encodeStateAsUpdate(this.#shown), ...this.#hidden]);
  }

  #rebuildAndRefuse(session: Session, refusal: Refusal): false {
    this.#rebuild();
    return this.#refuse(session, refusal);
  }

  #refuse(session: Session, refusal: Refusal): false {
    session.refuse(refusal);
    return false;
  }
}

const tooLarge: Refusal = {
  code: "too-large",
  message: `A change may have at most ${limits.frame / 1024} KiB. It was not saved; make it in smaller steps.`,
};

const unjudged: Refusal = {
  code: "malformed",
  message: "The frame holds something that can't be checked. It was not saved.",
};

const documentFull: Refusal = {
  code: "document-full",
  message: `This document holds as much as it can (${limits.document / 1024 / 1024} MiB with its history). It was not saved.`,
};
