/** What a page that shows one revision makes of a highlight, wherever it was read. Pure. */

import type { Cover } from "@/lib/moderation/cover";
import { type AnchorState, isPlaced } from "./anchor-state";
import type { NoteDocument } from "./note";
import type { Passage } from "./order";
import type { RoomHighlight, UnplacedHighlight } from "./room-highlight";

/** A highlight as the database and the live layer tell it. */
export interface ToldHighlight extends Passage {
  id: string;
  exact: string;
  revisionId: string;
  anchorState: AnchorState;
  label: RoomHighlight["label"];
  authorId: string | null;
  createdAt: number;
  note: NoteDocument | null;
  noteCover?: Cover;
}

interface Page {
  /** The revision that the page shows. */
  revisionId: string;
  /** Whether another one is current by now. The page stays as it was then, and what comes with the other isn't drawn. */
  isOutdated: boolean;
  /** Where the page has the highlight already. */
  shownAt(id: string): Passage | undefined;
}

export type Shown =
  | { kind: "placed"; highlight: RoomHighlight }
  | { kind: "unplaced"; highlight: UnplacedHighlight }
  | { kind: "elsewhere" };

/** A passage is only ever drawn on the text that it belongs to. */
export function shownIn({ revisionId, isOutdated, shownAt }: Page, told: ToldHighlight): Shown {
  const { id, label, authorId, createdAt, note, noteCover, exact, anchorState } = told;
  const passage = told.revisionId === revisionId ? told : isOutdated ? shownAt(id) : undefined;
  if (passage) {
    const { start, end } = passage;
    const isMoved = anchorState === "moved" && !isOutdated;
    return {
      kind: "placed",
      highlight: {
        id,
        start,
        end,
        label,
        authorId,
        createdAt,
        note,
        ...(noteCover && { noteCover }),
        ...(isMoved && { isMoved }),
      },
    };
  }
  if (isOutdated) return { kind: "elsewhere" };
  // Put on an earlier revision a moment ago: the server is looking for its place.
  const state = isPlaced(anchorState) || anchorState === "ambiguous" ? "ambiguous" : "orphaned";
  return { kind: "unplaced", highlight: { id, label, authorId, createdAt, note, exact, state } };
}
