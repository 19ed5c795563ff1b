/** This device's copy of a document, with the changes that the server hasn't confirmed (IndexedDB). */
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import { Journal, type KeptChange } from "./journal";

export interface DeviceCopy {
  journal: Journal;
  /** Changes that an earlier page left unconfirmed. They are in the document now. */
  unconfirmed: KeptChange[];
  /** Removes the copy from this device, but for what the journal holds. */
  clear(): Promise<void>;
  close(): void;
}

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
