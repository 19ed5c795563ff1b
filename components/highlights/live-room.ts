/** Joins the article's realtime layer: keeps the room's store true to it, and writes this person's highlights into it. */
import type * as Y from "yjs";
import { describe } from "@/lib/anchoring/describe";
import { openDocument } from "@/lib/collab/client";
import type { DocumentHandle, Signal } from "@/lib/collab/client/handle";
import { Value } from "@/lib/collab/client/value";
import { readFragment } from "@/lib/collab/fragment";
import {
  addHighlight,
  highlightsOf,
  labelHighlight,
  metaField,
  moveHighlight,
  noteOf,
  observeHighlights,
  readHighlight,
  removeHighlight,
  revisionIdOf,
  undoManagerOf,
} from "@/lib/collab/layer";
import { articleDocument } from "@/lib/collab/names";
import type { Label } from "@/lib/highlights/labels";
import { isBlankNote } from "@/lib/highlights/note";
import type { Passage } from "@/lib/highlights/order";
import type { RoomHighlight, UnplacedHighlight } from "@/lib/highlights/room-highlight";
import type { RoomStore } from "@/lib/highlights/room-store";
import { shownIn, type ToldHighlight } from "@/lib/highlights/shown-in";

/** What can be taken back, and done again, of one's own changes to highlights. */
export interface History {
  canUndo: boolean;
  canRedo: boolean;
}

export interface LiveRoom {
  handle: DocumentHandle;
  history: Signal<History>;
  /** Highlights without a place in the revision that the page shows. */
  unplaced: Signal<readonly UnplacedHighlight[]>;
  /** Whether another revision is current than the one that the page shows. */
  isOutdated: Signal<boolean>;
  /** Adds a highlight by this person; returns its id. */
  add(passage: Passage, label: Label): string;
  relabel(id: string, label: Label): void;
  move(id: string, passage: Passage): void;
  remove(id: string): void;
  undo(): void;
  redo(): void;
  /** The highlight's note, to bind an editor to; null when it is gone. */
  note(id: string): Y.XmlFragment | null;
  /** Resolves when everything changed so far is in the server's database, so that rows can refer to it. */
  whenSaved(signal: AbortSignal): Promise<void>;
  leave(): void;
}

/** The revision that the page shows. */
export interface RoomRevision {
  id: string;
  number: number;
  /** The canonical text that its ranges count in. */
  text: string;
  /** Highlights that had no place in it when the page was made. */
  unplaced: readonly UnplacedHighlight[];
}

interface JoinOptions {
  articleId: string;
  userId: string;
  revision: RoomRevision;
  store: RoomStore;
}

export function joinRoom({ articleId, userId, revision, store }: JoinOptions): LiveRoom {
  const handle = openDocument(articleDocument(articleId), { userId });
  const { doc } = handle;
  /** Marks transactions as this person's, so that only they are taken back. */
  const own = { name: "room" };
  const undo = undoManagerOf(doc, own);

  const unplaced = new Value(revision.unplaced);
  const isOutdated = new Value(false);
  const show = (ids: Iterable<string>) => shownOf(doc, ids, revision, store);

  const stopObserving = observeHighlights(doc, (ids) => {
    const { placed, without, elsewhere } = show(ids);
    store.change(placed, [...without.map(({ id }) => id), ...elsewhere]);
    const others = unplaced.get().filter(({ id }) => !ids.has(id));
    if (without.length > 0 || others.length < unplaced.get().length) unplaced.set([...others, ...without]);
  });

  // What the page brought stays until the server has spoken: this device's copy may be older than the page.
  const takeOver = () => {
    if (handle.content.get() !== "server") return;
    const { placed, without } = show(highlightsOf(doc).keys());
    store.replace(placed);
    unplaced.set(without);
    isOutdated.set(isAnother(doc, revision));
  };
  doc.getMap(metaField).observe(() => {
    if (handle.content.get() === "server") isOutdated.set(isAnother(doc, revision));
  });
  const stopContent = handle.content.subscribe(takeOver);
  takeOver();

  return {
    handle,
    history: historyOf(undo),
    unplaced,
    isOutdated,
    add(passage, label) {
      const id = crypto.randomUUID();
      const selector = describe(revision.text, passage.start, passage.end);
      const standing = { revisionId: revision.id, anchorState: "anchored", confidence: 1 } as const;
      addHighlight(doc, { id, ...selector, ...standing, label, authorId: userId, createdAt: Date.now() }, own);
      return id;
    },
    relabel: (id, label) => labelHighlight(doc, id, label, own),
    move(id, passage) {
      const selector = describe(revision.text, passage.start, passage.end);
      moveHighlight(doc, id, { ...selector, revisionId: revision.id }, own);
    },
    remove: (id) => removeHighlight(doc, id, own),
    undo: () => void undo.undo(),
    redo: () => void undo.redo(),
    note: (id) => noteOf(doc, id),
    whenSaved: (signal) => saved(handle, signal),
    leave() {
      stopObserving();
      stopContent();
      undo.destroy();
      handle.destroy();
    },
  };
}

/** Whether the layer says that another revision is current. */
function isAnother(doc: Y.Doc, { id }: RoomRevision): boolean {
  const current = revisionIdOf(doc);
  return current !== null && current !== id;
}

/** What the page makes of these highlights: where each is drawn, or that it has no place. */
function shownOf(doc: Y.Doc, ids: Iterable<string>, revision: RoomRevision, store: RoomStore) {
  const page = {
    revisionId: revision.id,
    isOutdated: isAnother(doc, revision),
    shownAt: (id: string) => store.get(id),
  };
  const placed: RoomHighlight[] = [];
  const without: UnplacedHighlight[] = [];
  const elsewhere: string[] = [];
  for (const id of ids) {
    const told = toldHighlight(doc, id, revision);
    const shown = told ? shownIn(page, told) : { kind: "elsewhere" as const };
    if (shown.kind === "placed") placed.push(shown.highlight);
    else if (shown.kind === "unplaced") without.push(shown.highlight);
    else elsewhere.push(id);
  }
  return { placed, without, elsewhere };
}

function toldHighlight(doc: Y.Doc, id: string, { id: shownId, number }: RoomRevision): ToldHighlight | null {
  const highlight = readHighlight(id, highlightsOf(doc).get(id));
  if (!highlight) return null;
  const fragment = noteOf(doc, id);
  const note = fragment && fragment.length > 0 ? readFragment(fragment) : null;
  // One that names no revision counts in the first.
  const revisionId = highlight.revisionId ?? (number === 1 ? shownId : "");
  return { ...highlight, revisionId, note: isBlankNote(note) ? null : note };
}

function historyOf(undo: Y.UndoManager): Signal<History> {
  const read = (): History => ({ canUndo: undo.canUndo(), canRedo: undo.canRedo() });
  let now = read();
  const listeners = new Set<() => void>();
  const look = () => {
    now = read();
    for (const listener of listeners) listener();
  };
  for (const event of ["stack-item-added", "stack-item-popped", "stack-cleared"] as const) undo.on(event, look);
  return {
    get: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function saved({ status }: DocumentHandle, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop = () => {};
    const settle = (end: () => void) => {
      stop();
      signal.removeEventListener("abort", onAbort);
      end();
    };
    const onAbort = () => settle(() => reject(signal.reason));
    const look = () => {
      if (status.get().state === "saved") settle(resolve);
    };
    stop = status.subscribe(look);
    signal.addEventListener("abort", onAbort);
    look();
  });
}
