/** Under which Yjs client ids the sessions of one document may write. */
import { isServers } from "../layer";
import { limits } from "../limits";
import type { Refusal } from "../protocol";
import type { Owners } from "./owners";
import { persistently } from "./persistently";
import type { Session } from "./session";

/** Whether a frame answers what the server asked, or brings something new of its sender's. */
export type UpdateKind = "answer" | "update";

/** A frame, as far as it matters here. */
interface Writing {
  kind: UpdateKind;
  /** The client ids under which it brings something that the document doesn't hold. */
  writers: readonly number[];
}

export class ClientIds {
  readonly #owners: Owners;
  readonly #wasLeftOpen: () => Promise<boolean>;
  /** Ids whose owners have answered the server's first question since the document was loaded. */
  readonly #answered = new Set<number>();
  /** Whether a process is known to have ended with the document open, so that edits that were shown may be lost. */
  #mayBeLost = false;

  /** @param wasLeftOpen whether a process ended with the document open */
  constructor(owners: Owners, wasLeftOpen: () => Promise<boolean>) {
    this.#owners = owners;
    this.#wasLeftOpen = wasLeftOpen;
  }

  /** Whether the session may speak for the id; a writer takes it, when nobody has. */
  claim(session: Session, client: number): boolean {
    if (isServers(client)) return false;
    if (!session.clients.has(client) && session.clients.size >= limits.clientsPerConnection) return false;
    if (session.scope.access === "write" && !this.#take(session, [client])) return false;
    if (this.#isAnothers(session, client)) return false;
    session.clients.add(client);
    if (session.isSynced) this.#answered.add(client);
    return true;
  }

  /**
   * Finds out, before a frame is looked at, whose ids it writes under, and gives its sender those that are nobody's.
   * @returns why the frame is refused; null when `refusalOf` can be asked
   * @throws when the session ends meanwhile
   */
  async prepare(session: Session, writing: Writing): Promise<Refusal | null> {
    const { writers } = writing;
    if (writers.some(isServers)) return foreignClient;
    // Only the first answer can hold what others lost; what comes later is the sender's own, whatever it calls itself.
    const isMine = (client: number) => writing.kind === "update" || session.isSynced || session.clients.has(client);
    const nobodys = writers.filter((client) => this.#owners.of(client) === undefined);
    if (nobodys.length > limits.clientsPerPersonAndHour || !this.#take(session, nobodys.filter(isMine)))
      return tooManyClients;
    await this.#owners.settle(writers, session.signal);
    if (!this.#mayBeLost && writers.some((client) => this.#isAnothers(session, client)))
      this.#mayBeLost = await persistently("looking for lost edits", this.#wasLeftOpen, session.signal);
    return null;
  }

  /**
   * Why the session may not write so; null when it may. What the frame brings under others' ids can be what they lost in a
   * crash: when a process ended with the document open, this is its sender's first answer, and none of those others has
   * answered since.
   */
  refusalOf(session: Session, { kind, writers }: Writing): Refusal | null {
    const others = writers.filter((client) => this.#isAnothers(session, client));
    if (others.length === 0) return null;
    const canBeLost = this.#mayBeLost && kind === "answer" && !session.isSynced;
    return canBeLost && others.every((client) => !this.#answered.has(client)) ? null : foreignClient;
  }

  /** A frame of the session was accepted: from now on its person speaks for their own ids alone. */
  accepted(session: Session, clients: Iterable<number>): void {
    session.isSynced = true;
    for (const client of clients) if (this.#owners.of(client) === session.actor.user.id) session.clients.add(client);
    for (const client of session.clients) this.#answered.add(client);
  }

  end(): void {
    this.#owners.end();
  }

  /** @returns false when the person has taken too many */
  #take(session: Session, clients: readonly number[]): boolean {
    const { id: userId } = session.actor.user;
    const nobodys = clients.filter((client) => this.#owners.of(client) === undefined);
    if (nobodys.length === 0) return true;
    if (!this.#owners.mayTake(nobodys.length, userId)) return false;
    this.#owners.take(nobodys, userId);
    return true;
  }

  #isAnothers(session: Session, client: number): boolean {
    const owner = this.#owners.of(client);
    return owner !== undefined && owner !== session.actor.user.id;
  }
}

const foreignClient: Refusal = {
  code: "foreign-client",
  message: "The frame writes in the name of somebody else's open document. Reload to go on.",
};

const tooManyClients: Refusal = {
  code: "too-many",
  message: `You opened this more than ${limits.clientsPerPersonAndHour} times within an hour. Wait a while, then reload.`,
};
