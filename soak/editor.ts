/** Somebody who edits one document at random, keeps the document while there is no server, and remembers what was acknowledged. */
import * as Y from "yjs";
import type { Chance } from "@/lib/collab/testing/random";
import { WireClient } from "@/lib/collab/testing/wire-client";
import { editAtRandom, type Hand } from "./random-edits";
import type { Person, SharedDocument } from "./world";

/** Time between two edits: at least, and at most, in ms. */
const shortestPause = 10;
const longestPause = 70;

export class Editor {
  readonly doc = new Y.Doc();
  readonly document: SharedDocument;
  /** Every update that the server said is durable, on whichever connection. */
  readonly acknowledged: Uint8Array[] = [];
  readonly #person: Person;
  readonly #hand: Hand;
  readonly #chance: Chance;
  #client: WireClient | null = null;
  #next: NodeJS.Timeout | null = null;

  constructor(person: Person, document: SharedDocument, quotable: Hand["quotable"], chance: Chance) {
    this.#person = person;
    this.document = document;
    this.#chance = chance;
    this.#hand = { userId: person.userId, doc: this.doc, document, quotable, chance };
  }

  /** Comes in with the document as it is here. @throws when the server doesn't let them in */
  async join(url: string): Promise<void> {
    const client = await WireClient.open(url, this.document.name, this.#person.headers, this.doc);
    this.#client = client;
    const failure = client.received.find(({ kind }) => kind === "denied" || kind === "socket-closed");
    if (failure) throw new Error(`an editor could not come in: ${JSON.stringify(failure)}`);
    // As every page does, says which Yjs client it is.
    client.sendAwareness([[this.doc.clientID, 1, {}]]);
  }

  editOnce(): void {
    editAtRandom(this.#hand);
  }

  startEditing(): void {
    const pause = shortestPause + this.#chance.below(longestPause - shortestPause);
    this.#next = setTimeout(() => {
      this.editOnce();
      this.startEditing();
    }, pause);
  }

  stopEditing(): void {
    if (this.#next) clearTimeout(this.#next);
  }

  /** Waits until everything is durable. @throws when something is refused */
  async durable(): Promise<void> {
    await this.#client?.durable();
  }

  async sees(holds: (doc: Y.Doc) => boolean): Promise<void> {
    await this.#client?.sees(holds);
  }

  /**
   * Takes down what was acknowledged on a connection that is over.
   * @returns how many frames had not been acknowledged
   * @throws when something was refused on it
   */
  async lose(): Promise<number> {
    const client = this.#client;
    if (!client) return 0;
    this.#client = null;
    client.terminate();
    await client.until(({ kind }) => kind === "socket-closed");
    this.acknowledged.push(...client.frames.slice(0, client.durableFrames));
    for (const each of client.received)
      if (each.kind === "message" && each.message.type === "refused")
        throw new Error(`refused: ${each.message.code}: ${each.message.message}`);
    return client.frames.length - client.durableFrames;
  }
}
