/** What of a document stays on a device: IndexedDB in memory. */
import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { copiesOf, openDeviceCopy } from "./device-copy";

const name = "article:1";

/** All that the device holds of the document, as it is stored. */
async function bytesHere(userId: string): Promise<Buffer> {
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open(`${copiesOf(userId)}${name}`);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const rows = await new Promise<Uint8Array[]>((done, fail) => {
    const request = database.transaction("updates").objectStore("updates").getAll();
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  database.close();
  return Buffer.concat(rows);
}

test("what was deleted stays in a copy until it is made anew, which a purge asks for once", async () => {
  const doc = new Y.Doc();
  const copy = await openDeviceCopy(doc, "ana", name);
  const words = doc.getText("words");
  words.insert(0, "Kept, and purged.");
  words.delete(4, 12);
  await vi.waitFor(async () => expect((await bytesHere("ana")).includes("purged")).toBe(true));

  await copy?.renew(1);
  await vi.waitFor(async () => expect((await bytesHere("ana")).includes("purged")).toBe(false));
  words.insert(words.length, " Then more.");
  words.delete(0, 4);
  await copy?.renew(1);
  await vi.waitFor(async () => expect((await bytesHere("ana")).includes("Then more.")).toBe(true));
  copy?.close();

  const again = new Y.Doc();
  (await openDeviceCopy(again, "ana", name))?.close();
  expect(again.getText("words").toString()).toBe(words.toString());
});
