/** The changes that the server hasn't confirmed, kept on this device until it has (IndexedDB). */

/** A change as it is kept. */
export interface KeptChange {
  id: number;
  update: Uint8Array;
}

const databaseName = "rejoinder-unconfirmed";
const storeName = "changes";
const indexName = "document";

interface Row {
  document: string;
  update: Uint8Array;
}

export class Journal {
  readonly #database: IDBDatabase;
  /** Whose copy of which document. */
  readonly #document: string;

  private constructor(database: IDBDatabase, document: string) {
    this.#database = database;
    this.#document = document;
  }

  /** @throws when this browser keeps nothing (a private window, or no space) */
  static async open(document: string): Promise<Journal> {
    return new Journal(await openDatabase(), document);
  }

  /** The documents of which something is kept, by whomever. */
  static async documents(): Promise<Set<string>> {
    const database = await openDatabase();
    const transaction = database.transaction(storeName, "readonly");
    const found = new Set<string>();
    const request = transaction.objectStore(storeName).index(indexName).openKeyCursor(null, "nextunique");
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return;
      found.add(String(cursor.key));
      cursor.continue();
    };
    await endOf(transaction);
    database.close();
    return found;
  }

  /** Keeps a change, and returns its id once it is stored: it survives the tab and the browser. */
  async keep(update: Uint8Array): Promise<number> {
    const transaction = this.#database.transaction(storeName, "readwrite");
    const row: Row = { document: this.#document, update };
    const id = await answerOf(transaction.objectStore(storeName).add(row));
    await endOf(transaction);
    return Number(id);
  }

  /** All changes that are kept of the document, also by other tabs. */
  async kept(): Promise<KeptChange[]> {
    const transaction = this.#database.transaction(storeName, "readonly");
    const index = transaction.objectStore(storeName).index(indexName);
    const found: KeptChange[] = [];
    const request = index.openCursor(this.#document);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return;
      const { update }: Row = cursor.value;
      found.push({ id: Number(cursor.primaryKey), update });
      cursor.continue();
    };
    await endOf(transaction);
    return found;
  }

  async forget(ids: readonly number[]): Promise<void> {
    const transaction = this.#database.transaction(storeName, "readwrite");
    for (const id of ids) transaction.objectStore(storeName).delete(id);
    await endOf(transaction);
  }

  close(): void {
    this.#database.close();
  }
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore(storeName, { autoIncrement: true });
    store.createIndex(indexName, "document");
  };
  const database = await answerOf(request);
  // Another tab with a newer version must not have to wait for this one.
  database.onversionchange = () => database.close();
  return database;
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((done, fail) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => fail(transaction.error);
    transaction.onerror = () => fail(transaction.error);
  });
}
