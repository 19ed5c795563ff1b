/** One open document: tries each frame on the shadow, logs what is accepted, and shows it to everyone. */
import * as Y from "yjs";
import { log } from "@/lib/log";
import { limits } from "../limits";
import type { DocumentName } from "../names";
import type { Refusal } from "../protocol";
import type { Answers, Guard, Verdict } from "./guard";
import { lookUpHighlights } from "./known-highlights";
import { persistently } from "./persistently";
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
  /** Whether a rebuttal that is being written quotes the highlight: its row may not say so yet. */
  isQuoted(articleId: string, highlightId: string): boolean;
}

export class OpenDocument {
  readonly name: DocumentName;
  readonly articleId: string;
  readonly workspaceId: string;
  readonly sessions = new Set<Session>();
  /** Log rows that no snapshot holds. */
  rows: number;
  readonly #guard: Guard;
  readonly #shadow: Shadow;
  readonly #around: Surroundings;
  /** What everyone sees: Hocuspocus' document. */
  #shown: Y.Doc | null = null;
  /** Accepted updates that aren't shown before they are durable. */
  readonly #hidden = new Set<Uint8Array>();
  /** Whose Yjs client ids these are. They stay theirs while they are away, for they may come back with edits. */
  readonly #owners = new Map<number, string>();

  constructor(
    place: { name: DocumentName; articleId: string; workspaceId: string; rows: number },
    guard: Guard,
    shadow: Shadow,
    around: Surroundings,
  ) {
    this.name = place.name;
    this.articleId = place.articleId;
    this.workspaceId = place.workspaceId;
    this.rows = place.rows;
    this.#guard = guard;
    this.#shadow = shadow;
    this.#around = around;
  }

  /** Takes the document that is shown to everyone. It holds what the shadow holds. */
  show(document: Y.Doc): void {
    this.#shown = document;
  }

  /** The whole document, as an update. */
  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#shadow.doc);
  }

  /**
   * Receives one update frame. When this resolves to true, it is accepted and applied, and its session will be told when
   * it is durable; when to false, nothing of it was kept, and its session was told why (unless it ended meanwhile).
   */
  async receive(session: Session, update: Uint8Array): Promise<boolean> {
    if (update.length > limits.frame) return this.#refuse(session, tooLarge);
    const reading = readUpdate(update, this.#guard.vocabulary);
    if (isRefusal(reading)) return this.#refuse(session, reading);

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
    return this.#consider(session, update, reading, answers);
  }

  async #lookUp(ids: readonly string[]): Promise<Answers> {
    const rows = [...(await lookUpHighlights(ids))].map(([id, known]) => {
      const cited = known !== null && (known.cited || this.#around.isQuoted(this.articleId, id));
      return [id, known && { ...known, cited }] as const;
    });
    return new Map(rows);
  }

  /** From the look at the shadow to its acceptance, nothing else runs. */
  #consider(session: Session, update: Uint8Array, reading: Reading, answers: Answers): boolean | Promise<boolean> {
    if (session.state !== "open") return false;
    if (this.#isForeign(session, reading)) return this.#refuse(session, foreignClient);
    const attempt = this.#shadow.attempt(update);
    if (attempt.outcome === "refused") return this.#rebuildAndRefuse(session, attempt.refusal);
    if (attempt.outcome === "nothing-new") {
      this.#accept(session);
      this.#append(session, null, [], () => undefined);
      return true;
    }
    const verdict = this.#judge(session, attempt.change, reading, answers);
    if ("refusal" in verdict) return this.#rebuildAndRefuse(session, verdict.refusal);

    this.#accept(session);
    if (verdict.shown === "at-once") {
      this.#apply(update);
      this.#append(session, update, verdict.rows, () => undefined);
      return true;
    }
    this.#hidden.add(update);
    return new Promise((resolve) => {
      this.#append(session, update, verdict.rows, () => {
        this.#hidden.delete(update);
        this.#apply(update);
        resolve(true);
      });
    });
  }

  /** The server's own edit: logged and, once someone looks, shown. */
  write(update: Uint8Array): void {
    this.#shadow.attempt(update);
    if (this.#shown) this.#apply(update);
    this.#around.log.append({
      document: this.name,
      update,
      userId: null,
      rows: [],
      onDurable: () => this.#count(1),
    });
  }

  /** Whether the document quotes the highlight. */
  quotes(highlightId: string): boolean {
    return this.#guard.quotes(this.#shadow.doc, highlightId);
  }

  /** Whether the session may speak for the Yjs client id. */
  claim(session: Session, client: number): boolean {
    const owner = this.#owners.get(client);
    if (owner !== undefined && owner !== session.actor.user.id) return false;
    if (!session.clients.has(client) && session.clients.size >= limits.clientsPerConnection) return false;
    session.clients.add(client);
    if (session.isSynced) this.#owners.set(client, session.actor.user.id);
    return true;
  }

  destroy(): void {
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

  #accept(session: Session): void {
    session.isSynced = true;
    for (const client of session.clients) this.claim(session, client);
  }

  /**
   * Whether the update writes under a client id that somebody else has shown to be theirs. After a crash a peer may
   * bring back what an author lost, but only until that author has answered themselves.
   */
  #isForeign(session: Session, { ends }: Reading): boolean {
    const { store } = this.#shadow.doc;
    return [...ends].some(([client, end]) => {
      const owner = this.#owners.get(client);
      return owner !== undefined && owner !== session.actor.user.id && end > Y.getState(store, client);
    });
  }

  #append(
    session: Session,
    update: Uint8Array | null,
    rows: Parameters<UpdateLog["append"]>[0]["rows"],
    then: () => void,
  ): void {
    this.#around.log.append({
      document: this.name,
      update,
      userId: session.actor.user.id,
      rows,
      onDurable: () => {
        then();
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
  }

  #rebuildAndRefuse(session: Session, refusal: Refusal): false {
    if (this.#shown) this.#shadow.rebuild([Y.encodeStateAsUpdate(this.#shown), ...this.#hidden]);
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

const foreignClient: Refusal = {
  code: "foreign-client",
  message: "The frame writes in the name of somebody else's open document. Reload to go on.",
};
