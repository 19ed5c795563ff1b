/** This device's copy of a document, with the changes that the server hasn't confirmed (IndexedDB). */
import { IndexeddbPersistence, storeState } from "y-indexeddb";
import * as Y from "yjs";
import { Journal, type KeptChange } from "./journal";

export interface DeviceCopy {
  journal: Journal;
  /** Changes that an earlier page left unconfirmed. They are in the document now. */
  unconfirmed: KeptChange[];
  /**
   * Makes the copy anew when something was purged from the document since it was made: a copy holds what was deleted, too.
   * @param purges how often something was purged from it
   */
  renew(purges: number): Promise<void>;
  /** Removes the copy from this device, but for what the journal holds. */
  clear(): Promise<void>;
  close(): void;
}

/** Under which a copy keeps how often something had been purged when it was made. */
const purgesKey = "purges";

/** What the names of the person's copies begin with. */
export const copiesOf = (userId: string): string => `rejoinder:${userId}:`;

/**
 * Brings the device's copy into the document, and keeps it up to date.
 * @param userId whose copy
 * @returns null when this browser keeps nothing
 */
export async function openDeviceCopy(doc: Y.Doc, userId: string, name: string): Promise<DeviceCopy | null> {
  const document = `${copiesOf(userId)}${name}`;
  const journal = await Journal.open(document).catch(() => null);
  if (!journal) return null;
  try {
    const copy = new IndexeddbPersistence(document, doc);
    await copy.whenSynced;
    const unconfirmed = await journal.kept();
    // The tab may have been closed when a change was in the journal and not in the copy yet.
    for (const { update } of unconfirmed) Y.applyUpdate(doc, update, journal);
    return {
      journal,
      unconfirmed,
      async renew(purges) {
        if (((await copy.get(purgesKey)) ?? 0) === purges) return;
        await storeState(copy, true);
        await copy.set(purgesKey, purges);
      },
      clear: () => copy.clearData(),
      close() {
        void copy.destroy();
        journal.close();
      },
    };
  } catch {
    journal.close();
    return null;
  }
}
