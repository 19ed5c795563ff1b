/** Joins the article's realtime layer: keeps the room's store true to it, and writes this person's highlights into it. */
import type * as Y from "yjs";
import { describe } from "@/lib/anchoring/describe";
import { openDocument } from "@/lib/collab/client";
import type { DocumentHandle, Signal } from "@/lib/collab/client/handle";
import { readFragment } from "@/lib/collab/fragment";
import {
  addHighlight,
  highlightsOf,
  labelHighlight,
  moveHighlight,
  noteOf,
  observeHighlights,
  readHighlight,
  readHighlights,
  removeHighlight,
  undoManagerOf,
} from "@/lib/collab/layer";
import { articleDocument } from "@/lib/collab/names";
import type { Label } from "@/lib/highlights/labels";
import { isBlankNote } from "@/lib/highlights/note";
import type { Passage } from "@/lib/highlights/order";
import type { RoomHighlight } from "@/lib/highlights/room-highlight";
import type { RoomStore } from "@/lib/highlights/room-store";

/** What can be taken back, and done again, of one's own changes to highlights. */
export interface History {
  canUndo: boolean;
  canRedo: boolean;
}

export interface LiveRoom {
  handle: DocumentHandle;
  history: Signal<History>;
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

interface JoinOptions {
  articleId: string;
  userId: string;
  /** The canonical text that all ranges count in. */
  text: string;
  store: RoomStore;
}

export function joinRoom({ articleId, userId, text, store }: JoinOptions): LiveRoom {
  const handle = openDocument(articleDocument(articleId), { userId });
  const { doc } = handle;
  /** Marks transactions as this person's, so that only they are taken back. */
  const own = { name: "room" };
  const undo = undoManagerOf(doc, own);

  const stopObserving = observeHighlights(doc, (ids) => {
    const changed: RoomHighlight[] = [];
    const removed: string[] = [];
    for (const id of ids) {
      const highlight = roomHighlight(doc, id);
      if (highlight) changed.push(highlight);
      else removed.push(id);
    }
    store.change(changed, removed);
  });

  // What the page brought stays until the server has spoken: this device's copy may be older than the page.
  const takeOver = () => {
    if (handle.content.get() === "server") store.replace(roomHighlights(doc));
  };
  const stopContent = handle.content.subscribe(takeOver);
  takeOver();

  return {
    handle,
    history: historyOf(undo),
    add(passage, label) {
      const id = crypto.randomUUID();
      const selector = describe(text, passage.start, passage.end);
      addHighlight(doc, { id, ...selector, label, authorId: userId, createdAt: Date.now() }, own);
      return id;
    },
    relabel: (id, label) => labelHighlight(doc, id, label, own),
    move: (id, passage) => moveHighlight(doc, id, describe(text, passage.start, passage.end), own),
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

function roomHighlight(doc: Y.Doc, id: string): RoomHighlight | null {
  const highlight = readHighlight(id, highlightsOf(doc).get(id));
  if (!highlight) return null;
  const { start, end, label, authorId, createdAt } = highlight;
  const fragment = noteOf(doc, id);
  const note = fragment && fragment.length > 0 ? readFragment(fragment) : null;
  return { id, start, end, label, authorId, createdAt, note: isBlankNote(note) ? null : note };
}

const roomHighlights = (doc: Y.Doc) => readHighlights(doc).flatMap(({ id }) => roomHighlight(doc, id) ?? []);

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
