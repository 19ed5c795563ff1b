/** The shadow of an open document: the copy on which an update is tried before anybody else sees it. */
import * as Y from "yjs";
import type { Refusal } from "../protocol";
import type { SharedType } from "./shared-type";

/** What an update did to the shadow. */
export interface Change {
  doc: Y.Doc;
  /** The types that were there before and whose keys (null: children) changed. */
  changed: ReadonlyMap<SharedType, ReadonlySet<string | null>>;
  /** Whether the item came with this change. */
  isNew(item: Y.Item): boolean;
}

export type Attempt =
  | { outcome: "changed"; change: Change }
  /** Everything in the update was there before. */
  | { outcome: "nothing-new" }
  | { outcome: "refused"; refusal: Refusal };

export type Roots = Record<string, "map" | "fragment" | "text">;

export class Shadow {
  #doc: Y.Doc;
  readonly #roots: Roots;

  /** @param updates whose sum is the document */
  constructor(updates: readonly Uint8Array[], roots: Roots) {
    this.#roots = roots;
    this.#doc = copyOf(updates, roots);
  }

  get doc(): Y.Doc {
    return this.#doc;
  }

  /** Tries the update. Whenever it isn't accepted in the end, the shadow must be rebuilt before the next attempt. */
  attempt(update: Uint8Array): Attempt {
    const doc = this.#doc;
    let transaction: Y.Transaction;
    try {
      transaction = doc.transact((running) => {
        Y.applyUpdate(doc, update);
        return running;
      });
    } catch {
      return refused("malformed", "The frame holds no update that can be applied.");
    }
    if (doc.store.pendingStructs || doc.store.pendingDs)
      return refused("missing-dependency", "The frame builds on changes that never arrived here. Reload to go on.");
    const stray = [...doc.share.keys()].find((name) => !(name in this.#roots));
    if (stray !== undefined)
      return refused("unknown-root", "The frame writes into a part that this document doesn't have.");
    const { beforeState, afterState, deleteSet, changed } = transaction;
    const grew = [...afterState].some(([client, clock]) => (beforeState.get(client) ?? 0) < clock);
    if (!grew && deleteSet.clients.size === 0) return { outcome: "nothing-new" };
    const isNew = ({ id }: Y.Item) => id.clock >= (beforeState.get(id.client) ?? 0);
    return { outcome: "changed", change: { doc, changed, isNew } };
  }

  /** Starts anew from these updates. */
  rebuild(updates: readonly Uint8Array[]): void {
    this.#doc.destroy();
    this.#doc = copyOf(updates, this.#roots);
  }

  destroy(): void {
    this.#doc.destroy();
  }
}

const refused = (code: Refusal["code"], message: string): Attempt => ({
  outcome: "refused",
  refusal: { code, message },
});

function copyOf(updates: readonly Uint8Array[], roots: Roots): Y.Doc {
  const doc = new Y.Doc();
  for (const [name, type] of Object.entries(roots)) {
    if (type === "map") doc.getMap(name);
    else if (type === "fragment") doc.getXmlFragment(name);
    else doc.getText(name);
  }
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}
