/** The edits of late that this process accepted: what another one, which just opened the document, may find neither in the database nor on the wire. Pure. */

interface Edit {
  update: Uint8Array;
  /** When it became durable, in ms; null: not yet. */
  durableAt: number | null;
}

/** Longer than another process needs to read a document, in ms. */
const kept = 10_000;

export class Recent {
  #edits: Edit[] = [];

  /** @returns what to call once it is durable */
  add(update: Uint8Array): () => void {
    const edit: Edit = { update, durableAt: null };
    this.#forget();
    this.#edits.push(edit);
    return () => {
      edit.durableAt = performance.now();
    };
  }

  all(): readonly Edit[] {
    this.#forget();
    return this.#edits;
  }

  /** They are in order, so the old ones are at the front. */
  #forget(): void {
    const now = performance.now();
    const first = this.#edits.findIndex(({ durableAt }) => durableAt === null || now - durableAt < kept);
    if (first !== 0) this.#edits = first === -1 ? [] : this.#edits.slice(first);
  }
}
