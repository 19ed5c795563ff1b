/** Typed access to an article's shared layer: highlights with their notes in a Yjs document. For browser and server. */
import * as Y from "yjs";
import type { Selector } from "@/lib/anchoring/selector";
import { type Label, labels } from "@/lib/highlights/labels";

/** A highlight as the layer holds it, without its note. */
export interface LayerHighlight extends Selector {
  /** A UUID in lower case, chosen by whoever creates it. */
  id: string;
  label: Label;
  authorId: string;
  /** Milliseconds since 1970. */
  createdAt: number;
}

/** Names of the document's shared types: two Y.Maps. */
export const highlightsField = "highlights";
export const metaField = "meta";

/** The fields of a highlight's Y.Map beside its note. */
export const highlightFields = ["start", "end", "exact", "prefix", "suffix", "label", "authorId", "createdAt"] as const;
/** The field that holds the note, a Y.XmlFragment. */
export const noteField = "note";

export type HighlightMap = Y.Map<unknown>;

export const highlightsOf = (doc: Y.Doc): Y.Map<HighlightMap> => doc.getMap(highlightsField);

/** The revision that all ranges count in; null before the first sync. Only the server writes it. */
export function revisionIdOf(doc: Y.Doc): string | null {
  const id = doc.getMap(metaField).get("revisionId");
  return typeof id === "string" ? id : null;
}

/** Reads one highlight; null when a field is missing or of another type. */
export function readHighlight(id: string, map: unknown): LayerHighlight | null {
  if (!(map instanceof Y.Map)) return null;
  const [start, end, exact, prefix, suffix, label, authorId, createdAt] = highlightFields.map((name) => map.get(name));
  if (!isWhole(start) || !isWhole(end) || !isWhole(createdAt)) return null;
  if (typeof exact !== "string" || typeof prefix !== "string" || typeof suffix !== "string") return null;
  if (typeof authorId !== "string" || !isLabel(label)) return null;
  return { id, start, end, exact, prefix, suffix, label, authorId, createdAt };
}

/** All highlights of the layer, in no order. */
export function readHighlights(doc: Y.Doc): LayerHighlight[] {
  return [...highlightsOf(doc)].flatMap(([id, map]) => readHighlight(id, map) ?? []);
}

/** The highlight's note, to read or to bind an editor to; null when there is no such highlight. */
export function noteOf(doc: Y.Doc, id: string): Y.XmlFragment | null {
  const map: unknown = highlightsOf(doc).get(id);
  const note = map instanceof Y.Map ? map.get(noteField) : null;
  return note instanceof Y.XmlFragment && !(note instanceof Y.XmlElement) ? note : null;
}

/** Adds a highlight with an empty note. The server accepts it from its author only. */
export function addHighlight(doc: Y.Doc, { id, ...fields }: LayerHighlight, origin?: unknown): void {
  doc.transact(() => {
    const map: HighlightMap = new Y.Map(Object.entries(fields));
    map.set(noteField, new Y.XmlFragment());
    highlightsOf(doc).set(id, map);
  }, origin);
}

/**
 * Moves a highlight to another passage. All five fields are written, also those that stay equal: two people's moves at
 * the same time then end as one of the two, never as a mixture.
 */
export function moveHighlight(doc: Y.Doc, id: string, passage: Selector, origin?: unknown): void {
  const map = highlightsOf(doc).get(id);
  if (!map) return;
  const { start, end, exact, prefix, suffix } = passage;
  doc.transact(() => {
    for (const [name, value] of Object.entries({ start, end, exact, prefix, suffix })) map.set(name, value);
  }, origin);
}

export function labelHighlight(doc: Y.Doc, id: string, label: Label, origin?: unknown): void {
  doc.transact(() => highlightsOf(doc).get(id)?.set("label", label), origin);
}

export function removeHighlight(doc: Y.Doc, id: string, origin?: unknown): void {
  doc.transact(() => highlightsOf(doc).delete(id), origin);
}

/**
 * Undo and redo of the changes that are made with `origin`, each by itself.
 *
 * Yjs' own rule, never to overwrite what somebody else set since, can leave a field without any value when two people
 * undo at the same time, and the server refuses a highlight that lacks one. So an undone field always gets its value back.
 */
export function undoManagerOf(doc: Y.Doc, origin: unknown): Y.UndoManager {
  const options = { trackedOrigins: new Set([origin]), captureTimeout: 0, ignoreRemoteMapChanges: true };
  return new Y.UndoManager(highlightsOf(doc), options);
}

/**
 * Calls `handler` after each transaction with the ids of highlights that came, changed (their notes too) or went.
 * @returns a function that stops it
 */
export function observeHighlights(doc: Y.Doc, handler: (ids: ReadonlySet<string>) => void): () => void {
  const highlights = highlightsOf(doc);
  const listener = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    const ids = new Set<string>();
    for (const event of events) {
      const [id] = event.path;
      if (typeof id === "string") ids.add(id);
      else for (const key of event.keys.keys()) ids.add(key);
    }
    handler(ids);
  };
  highlights.observeDeep(listener);
  return () => highlights.unobserveDeep(listener);
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);
const isLabel = (value: unknown): value is Label => labels.some((label) => label === value);
