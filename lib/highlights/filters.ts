/** Which highlights a person wants to see. Pure. */
import type { Label } from "./labels";
import type { RoomHighlight } from "./room-highlight";

export interface HighlightFilter {
  /** Empty: every label. */
  labels: readonly Label[];
  /** Authors' ids; empty: everybody. */
  people: readonly string[];
  /** Whether a rebuttal answers it. */
  answered: "any" | "answered" | "open";
}

export const everything: HighlightFilter = { labels: [], people: [], answered: "any" };

export function isFiltering({ labels, people, answered }: HighlightFilter): boolean {
  return labels.length > 0 || people.length > 0 || answered !== "any";
}

/** Whether the highlight passes; `answered` holds the ids of those that a rebuttal answers. */
export function passes(
  { id, label, authorId }: Pick<RoomHighlight, "id" | "label" | "authorId">,
  filter: HighlightFilter,
  answered: ReadonlySet<string>,
): boolean {
  if (filter.labels.length > 0 && !filter.labels.includes(label)) return false;
  if (filter.people.length > 0 && (authorId === null || !filter.people.includes(authorId))) return false;
  switch (filter.answered) {
    case "any":
      return true;
    case "answered":
      return answered.has(id);
    case "open":
      return !answered.has(id);
  }
}

/** The list with the value put in, or taken out if it was there. */
export function toggled<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter((item) => item !== value) : [...list, value];
}
