/** Whose the Yjs client ids of one document are: the first person's who used them there, in whichever process (database). */
import { dbPool } from "@/lib/db/client";
import { limits } from "../limits";
import type { DocumentName } from "../names";
import { orAborted } from "./or-aborted";
import { persistently } from "./persistently";

interface Owner {
  userId: string;
  /** Milliseconds since 1970. */
  since: number;
}

interface Row {
  client: string;
  userId: string;
  at: Date;
}

const hour = 60 * 60 * 1000; // ms

export class Owners {
  readonly #document: DocumentName;
  readonly #known = new Map<number, Owner>();
  /** Ids that were taken here and not written yet. */
  readonly #settling = new Map<number, Promise<unknown>>();
  readonly #ended = new AbortController();

  /** @param rows who owns what so far */
  constructor(document: DocumentName, rows: readonly Row[]) {
    this.#document = document;
    this.#learn(rows);
  }

  static async load(document: DocumentName): Promise<Owners> {
    const { rows } = await dbPool().query<Row>(
      'SELECT "client", "userId", "at" FROM "CollabClient" WHERE "document" = $1',
      [document],
    );
    return new Owners(document, rows);
  }

  /** The owner, as far as this process knows. */
  of(client: number): string | undefined {
    return this.#known.get(client)?.userId;
  }

  /** Whether the person may take so many more, having taken some of late. */
  mayTake(count: number, userId: string, now = Date.now()): boolean {
    let recent = 0;
    for (const owner of this.#known.values()) if (owner.userId === userId && owner.since > now - hour) recent += 1;
    return recent + count <= limits.clientsPerPersonAndHour;
  }

  /**
   * Takes the ids for the person: here at once, everywhere once it is written. Until then another process may have given one
   * away, and what was written first counts: `settle` waits for it.
   */
  take(clients: readonly number[], userId: string): void {
    const nobodys = clients.filter((client) => !this.#known.has(client));
    if (nobodys.length === 0) return;
    for (const client of nobodys) this.#known.set(client, { userId, since: Date.now() });
    const writing = persistently("taking client ids", () => this.#write(nobodys, userId), this.#ended.signal)
      .catch(() => undefined)
      .finally(() => {
        for (const client of nobodys) this.#settling.delete(client);
      });
    for (const client of nobodys) this.#settling.set(client, writing);
  }

  /**
   * Waits until it is certain whose the ids are, in whichever process they were taken.
   * @throws when the signal aborts
   */
  async settle(clients: readonly number[], signal: AbortSignal): Promise<void> {
    const unknown = clients.filter((client) => !this.#known.has(client));
    if (unknown.length > 0) await persistently("looking up client ids", () => this.#look(unknown), signal);
    const settling = clients.flatMap((client) => this.#settling.get(client) ?? []);
    if (settling.length > 0) await orAborted(Promise.all(settling), signal);
  }

  /** Writes no more. */
  end(): void {
    this.#ended.abort();
  }

  async #write(clients: readonly number[], userId: string): Promise<void> {
    const { rowCount } = await dbPool().query(
      `INSERT INTO "CollabClient" ("document", "client", "userId") SELECT $1, unnest($2::bigint[]), $3
       ON CONFLICT DO NOTHING`,
      [this.#document, clients, userId],
    );
    // In a statement of its own, so that it sees what another process committed meanwhile.
    if (rowCount !== clients.length) await this.#look(clients);
  }

  async #look(clients: readonly number[]): Promise<void> {
    const { rows } = await dbPool().query<Row>(
      'SELECT "client", "userId", "at" FROM "CollabClient" WHERE "document" = $1 AND "client" = ANY($2::bigint[])',
      [this.#document, clients],
    );
    this.#learn(rows);
  }

  #learn(rows: readonly Row[]): void {
    for (const { client, userId, at } of rows) this.#known.set(Number(client), { userId, since: at.getTime() });
  }
}
