/** This person's changes that the server hasn't confirmed as durable, and whether this device keeps them meanwhile. */
import type { Journal, KeptChange } from "./journal";

interface Change {
  update: Uint8Array;
  /** Its place in the journal; null while it is only in this tab's memory. */
  kept: number | null;
  /** The frame of the present connection that carried it; null: none yet. */
  frame: number | null;
}

export class Unconfirmed {
  #changes: Change[] = [];
  #journal: Journal | null = null;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get count(): number {
    return this.#changes.length;
  }

  get keptCount(): number {
    return this.#changes.filter(({ kept }) => kept !== null).length;
  }

  get updates(): Uint8Array[] {
    return this.#changes.map(({ update }) => update);
  }

  /** Takes up what an earlier page left in the journal, and keeps new changes there from now on. */
  restore(journal: Journal, found: readonly KeptChange[]): void {
    this.#journal = journal;
    const here = this.#changes;
    this.#changes = [...found.map(({ id, update }) => ({ update, kept: id, frame: null })), ...here];
    for (const change of here) void this.#keep(change);
    this.#onChange();
  }

  /** @param frame the frame that carries the change; null when there is no connection */
  add(update: Uint8Array, frame: number | null): void {
    const change: Change = { update, kept: null, frame };
    this.#changes.push(change);
    void this.#keep(change);
    this.#onChange();
  }

  /** The frame carries all that no frame of this connection carried yet. */
  allSentIn(frame: number): void {
    for (const change of this.#changes) change.frame ??= frame;
  }

  /** The connection is gone, and with it all that was not confirmed. */
  noneSent(): void {
    for (const change of this.#changes) change.frame = null;
  }

  /** The first `frames` frames of this connection are durable. */
  confirm(frames: number): void {
    const isDurable = ({ frame }: Change) => frame !== null && frame <= frames;
    const confirmed = this.#changes.filter(isDurable);
    if (confirmed.length === 0) return;
    this.#changes = this.#changes.filter((change) => !isDurable(change));
    this.#forget(confirmed);
    this.#onChange();
  }

  /** Gives all of it up, on the device too. */
  discard(): void {
    const all = this.#changes;
    this.#changes = [];
    this.#forget(all);
    this.#onChange();
  }

  async #keep(change: Change): Promise<void> {
    if (!this.#journal) return;
    try {
      change.kept = await this.#journal.keep(change.update);
    } catch {
      // No space, or the journal is closed: the change stays in this tab's memory, and the status says so.
      return;
    }
    // It may have been confirmed while it was being written.
    if (this.#changes.includes(change)) this.#onChange();
    else this.#forget([change]);
  }

  #forget(changes: readonly Change[]): void {
    const ids = changes.flatMap(({ kept }) => kept ?? []);
    // What stays by mistake is sent once more the next time, which changes nothing.
    if (ids.length > 0) this.#journal?.forget(ids).catch(() => undefined);
  }
}
