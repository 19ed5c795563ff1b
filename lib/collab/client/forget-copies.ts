/** Removes a person's copies of documents from this device, when they sign out (IndexedDB). */
import { copiesOf } from "./device-copy";
import { Journal } from "./journal";

/**
 * What no server has yet stays, and is sent when the person signs in here again. A browser that can't say what it holds
 * keeps all.
 * @returns how many documents stay because of such changes
 */
export async function forgetCopies(userId: string): Promise<number> {
  const unsent = await Journal.documents();
  const databases = (await indexedDB.databases?.()) ?? [];
  const copies = databases.flatMap(({ name }) => (name?.startsWith(copiesOf(userId)) ? name : []));
  await Promise.all(copies.filter((name) => !unsent.has(name)).map(remove));
  return copies.filter((name) => unsent.has(name)).length;
}

/** A page that still has it open lets go of it when asked. */
function remove(name: string): Promise<void> {
  return new Promise((done, fail) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => done();
    request.onerror = () => fail(request.error);
  });
}
