/** Finds in what comes back the edits and cursors that were sent, and says how long they took. */
import { createDecoder, readVarString, readVarUint } from "lib0/decoding";
import { parseUpdateMeta } from "yjs";

/** Follows edits from their writers to the others, by the Yjs clock that each one begins at. */
export class EditTimes {
  /** Time from the writer's frame to each reader's, in ms. */
  readonly seen: number[] = [];
  readonly #sentAt = new Map<number, Map<number, number>>();

  /** @param update an edit that is being sent */
  note(update: Uint8Array): void {
    const now = performance.now();
    for (const [client, clock] of parseUpdateMeta(update).from) {
      const clocks = this.#sentAt.get(client) ?? new Map<number, number>();
      this.#sentAt.set(client, clocks.set(clock, now));
    }
  }

  /**
   * @param update what a reader got; several edits may have come together
   * @param reader the reader's own client id: its own edits come back to it, and are no news
   */
  meet(update: Uint8Array, reader: number): void {
    const now = performance.now();
    const { from, to } = parseUpdateMeta(update);
    for (const [client, end] of to) {
      const clocks = client === reader ? undefined : this.#sentAt.get(client);
      if (!clocks) continue;
      for (let clock = from.get(client) ?? 0; clock < end; clock += 1) {
        const sentAt = clocks.get(clock);
        if (sentAt !== undefined) this.seen.push(now - sentAt);
      }
    }
  }
}

/** A cursor's state, which names its own place in the sequence. */
export interface Cursor {
  at: number;
  cursor: { anchor: number; head: number };
}

/** Follows cursors from their owners to the others. */
export class CursorTimes {
  readonly seen: number[] = [];
  readonly #sentAt = new Map<string, number>();

  note(client: number, at: number): void {
    this.#sentAt.set(`${client}:${at}`, performance.now());
  }

  /** @param reader the reader's own client id: its own cursor is no news */
  meet(update: Uint8Array, reader: number): void {
    const now = performance.now();
    const decoder = createDecoder(update);
    for (let left = readVarUint(decoder); left > 0; left -= 1) {
      const client = readVarUint(decoder);
      readVarUint(decoder);
      const state: Partial<Cursor> | null = JSON.parse(readVarString(decoder));
      const sentAt = client === reader ? undefined : this.#sentAt.get(`${client}:${state?.at}`);
      if (sentAt !== undefined) this.seen.push(now - sentAt);
    }
  }
}
