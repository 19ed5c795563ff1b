/** What of a person's documents stays on a device they sign out of: IndexedDB in memory. */
import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { openDeviceCopy } from "./device-copy";
import { forgetCopies } from "./forget-copies";

async function copyOf(userId: string, name: string, words: string) {
  const doc = new Y.Doc();
  const copy = await openDeviceCopy(doc, userId, name);
  if (!copy) throw new Error("Nothing is kept here.");
  doc.getText("words").insert(0, words);
  return { copy, update: Y.encodeStateAsUpdate(doc) };
}

const namesHere = async () => (await indexedDB.databases()).map(({ name }) => name).sort();

test("copies go, but for those with changes that no server has, and other people's stay", async () => {
  const [sent, unsent, others] = [
    await copyOf("ana", "article:1", "on the server"),
    await copyOf("ana", "article:2", "only here"),
    await copyOf("ben", "article:1", "his own"),
  ];
  await unsent.copy.journal.keep(unsent.update);
  for (const { copy } of [unsent, others]) copy.close();

  // The page that signs out may still have one open.
  expect(await forgetCopies("ana")).toBe(1);
  sent.copy.close();
  expect(await namesHere()).toEqual(["rejoinder-unconfirmed", "rejoinder:ana:article:2", "rejoinder:ben:article:1"]);

  const back = new Y.Doc();
  const again = await openDeviceCopy(back, "ana", "article:2");
  expect(back.getText("words").toString()).toBe("only here");
  expect(again?.unconfirmed).toHaveLength(1);
  again?.close();
});
