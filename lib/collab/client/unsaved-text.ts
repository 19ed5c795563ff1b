/** The words that a person wrote and the server doesn't have. Pure. */
import * as Y from "yjs";

/**
 * What these updates inserted and the document still shows, in the order in which it was written; stretches that stand
 * in different places are parted by line breaks.
 */
export function unsavedText(doc: Y.Doc, updates: readonly Uint8Array[]): string {
  if (updates.length === 0) return "";
  const stretches: string[] = [];
  let place: unknown;
  for (const { id, length } of Y.decodeUpdate(Y.mergeUpdates([...updates])).structs) {
    for (const item of itemsIn(doc, id.client, id.clock, id.clock + length)) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
      const from = Math.max(0, id.clock - item.id.clock);
      const words = item.content.str.slice(from, id.clock + length - item.id.clock);
      if (item.parent === place) stretches.push((stretches.pop() ?? "") + words);
      else stretches.push(words);
      place = item.parent;
    }
  }
  return stretches.filter((words) => words.trim() !== "").join("\n");
}

/** The document's items that cover the client's clock from `start` to `end`. */
function* itemsIn(doc: Y.Doc, client: number, start: number, end: number): Generator<Y.Item> {
  const structs = doc.store.clients.get(client) ?? [];
  if (Y.getState(doc.store, client) <= start) return;
  for (let i = Y.findIndexSS(structs, start); i < structs.length; i += 1) {
    const struct = structs[i];
    if (!struct || struct.id.clock >= end) return;
    if (struct instanceof Y.Item) yield struct;
  }
}
