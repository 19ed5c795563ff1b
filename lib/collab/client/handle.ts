/** What the browser holds of one open realtime document. */
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { AppEvent } from "@/lib/db/events.schema";
import type { RefusalCode } from "../protocol";

/** A value that changes; `get` returns the same object until it does, so it suits useSyncExternalStore. */
export interface Signal<T> {
  get(): T;
  /** @returns a function that stops it */
  subscribe(listener: () => void): () => void;
}

/** Where this person's changes are. Each state is a true statement. A change is one local Yjs transaction. */
export type SaveStatus =
  /** Nothing of this person's waits, and the server hasn't answered yet. */
  | { state: "connecting" }
  /** Everything this person changed is in the server's database. */
  | { state: "saved" }
  /** `pending` changes are on their way and not confirmed. */
  | { state: "saving"; pending: number }
  /** No connection. `kept` unconfirmed changes are stored on this device; `unkept` only in this tab's memory. */
  | { state: "offline"; kept: number; unkept: number }
  /** The server refused a change. `text` is what this person had written and the server doesn't have. */
  | { state: "refused"; code: RefusalCode; message: string; text: string }
  /** There is no such document, this person may not read it (any more), there is no room, or the page must be reloaded. */
  | {
      state: "ended";
      message: string;
      text: string;
      /** Whether moderators took it down: what this page still holds of it is nobody's to read. */
      isCovered: boolean;
    };

/** What the document shows: nothing yet, this device's copy, or what the server has too. */
export type Content = "none" | "device" | "server";

export type Access = "unknown" | "read" | "write";

export interface DocumentHandle {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly status: Signal<SaveStatus>;
  readonly content: Signal<Content>;
  readonly access: Signal<Access>;
  /**
   * Hears what changed in the database around this document; `missed` means that events may have been lost, so ask
   * again for what they are about.
   * @returns a function that stops it
   */
  onEvent(handler: (event: AppEvent | { type: "missed" }) => void): () => void;
  /** Leaves the document. Changes that wait stay on this device. After `refused`, leave and open it anew. */
  destroy(): void;
}

export interface OpenOptions {
  /** Whose copy on this device it is. */
  userId: string;
  /** The realtime server; this page's own `/collab` unless told. */
  url?: string;
  /** For programs outside a browser, which sign in by a header: opens the socket. It is then not shared. */
  openWebSocket?: (url: string) => WebSocket;
}
