/** A highlight as the room shows it, whether it came from the database or from the live layer. */
import type { Cover } from "@/lib/moderation/cover";
import type { Label } from "./labels";
import type { NoteDocument } from "./note";
import type { Placed } from "./order";

export interface RoomHighlight extends Placed {
  label: Label;
  /** Null when the author's account is gone. */
  authorId: string | null;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** Null while nothing is written. */
  note: NoteDocument | null;
  /** Why the note is kept from readers; missing when it isn't. */
  noteCover?: Cover;
  /** Whether a revision put it on words that changed or moved, and nobody has said since that this is right. */
  isMoved?: boolean;
}

/** A highlight without a place in the article's current revision. */
export interface UnplacedHighlight extends Pick<RoomHighlight, "id" | "label" | "authorId" | "createdAt" | "note"> {
  /** `ambiguous`: somebody must choose its place; `orphaned`: its words are gone. */
  state: "ambiguous" | "orphaned";
  /** The words that it stood on. */
  exact: string;
}

/** Someone as the room names them. */
export interface RoomPerson {
  id: string;
  name: string;
  /** Six-digit hex. */
  color: string;
}

/** What others select right now. */
export interface LiveSelection extends Placed {
  /** Who; `id` is their connection. */
  person: RoomPerson;
}
