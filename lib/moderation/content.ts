/** The content's machine: what moderators, flags and its author can make of a comment in each state. Pure. */

/** A comment as moderation sees it. A flag is not a state. */
export type Content =
  /** Waits for a moderator; its author alone reads it. */
  | { state: "pending" }
  | { state: "visible" }
  /** Taken from readers for the time being: by flags, or by a moderator. */
  | { state: "hidden" }
  /** Taken from readers for good, unless an appeal brings it back. */
  | { state: "removed" }
  /** By its author. */
  | { state: "deleted" }
  /** Nothing is left of it. */
  | { state: "purged" };

export type ContentState = Content["state"];

export type ContentEvent =
  /** A moderator finds nothing wrong with it. */
  | { type: "approve" }
  /** A moderator leaves it as it is. */
  | { type: "ignore" }
  /** A moderator, or enough flags. */
  | { type: "hide" }
  | { type: "remove" }
  /** An appeal was right. */
  | { type: "overturn" }
  /** Its author. */
  | { type: "delete" }
  | { type: "undelete" }
  /** An owner, for good. */
  | { type: "purge" };

/** What becomes of the content; null when this can't happen to it. */
export function nextContent(content: Content, event: ContentEvent): Content | null {
  const { state } = content;
  switch (event.type) {
    case "approve":
      return state === "pending" || state === "visible" || state === "hidden" ? { state: "visible" } : null;
    case "ignore":
      return state === "purged" ? null : content;
    case "hide":
      return state === "pending" || state === "visible" || state === "hidden" ? { state: "hidden" } : null;
    case "remove":
      // Also what its author deleted: they could restore it otherwise.
      return state === "purged" || state === "removed" ? null : { state: "removed" };
    case "overturn":
      return state === "hidden" || state === "removed" ? { state: "visible" } : null;
    case "delete":
      return state === "visible" || state === "pending" ? { state: "deleted" } : null;
    case "undelete":
      return state === "deleted" ? { state: "visible" } : null;
    case "purge":
      return state === "purged" ? null : { state: "purged" };
  }
}

/** Whether a reader who is neither its author nor a moderator at the desk gets its words. */
export function isPublic({ state }: Content): boolean {
  return state === "visible";
}
