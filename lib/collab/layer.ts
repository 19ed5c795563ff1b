/** Typed access to an article's shared layer: highlights with their notes in a Yjs document. For browser and server. */
import * as Y from "yjs";
import type { Selector } from "@/lib/anchoring/selector";
import { type AnchorState, anchorStates, isPlaced } from "@/lib/highlights/anchor-state";
import { type Label, labels } from "@/lib/highlights/labels";
import { type Cover, covers } from "@/lib/moderation/cover";

/** Where a highlight stands: a passage of one revision. It names the revision, so that it is never read in another text. */
export interface Placement extends Selector {
  /** The revision that the range counts in. Absent or null: the article's first. */
  revisionId?: string | null;
  /** How it stands in the article's current revision; `anchored` unless told. */
  anchorState?: AnchorState;
  /** From 0 to 1; 1 unless told. */
  confidence?: number;
}

/** A highlight as the layer holds it, without its note. */
export interface LayerHighlight extends Placement {
  /** A UUID in lower case, chosen by whoever creates it. */
  id: string;
  label: Label;
  authorId: string;
  /** Milliseconds since 1970. */
  createdAt: number;
}

/** A highlight as it was read: nothing is left to be understood. */
export type StoredHighlight = Required<LayerHighlight> & {
  /** Why its note is kept from readers; missing when it isn't. */
  noteCover?: Cover;
};

/** Names of the document's shared types: two Y.Maps. */
export const highlightsField = "highlights";
export const metaField = "meta";
/** How often something was purged from the layer: a copy that knows of fewer is from before, and holds more than it may. */
export const purgesField = "purges";

/**
 * The Yjs client under which the server edits layers, one edit after the other. Of two values that are set at the same
 * time, Yjs keeps the one of the higher client; people's are drawn from 32 bits, so a person's always stays.
 */
export const serverClient = 1;

/**
 * The Yjs client under which a layer is begun, when it is opened for the first time. Lower than the server's, so that a
 * revision which is made before the beginning is in the log stays the current one; and the same in every process.
 */
export const beginningClient = 0;

/** Whether only the server may write under the Yjs client. */
export const isServers = (client: number): boolean => client === serverClient || client === beginningClient;

/** The fields that say where a highlight stands. They are always written together. */
const selectorFields = ["start", "end", "exact", "prefix", "suffix"] as const;
export const placementFields = [...selectorFields, "revisionId", "anchorState", "confidence"] as const;
/** The fields of a highlight's Y.Map beside its note. */
export const highlightFields = [...placementFields, "label", "authorId", "createdAt"] as const;
/** The field that holds the note, a Y.XmlFragment. */
export const noteField = "note";
/** The field that says why the note is kept from readers. Only the server writes it; it is absent while nothing is. */
export const noteCoverField = "noteCover";

export type HighlightMap = Y.Map<unknown>;

export const highlightsOf = (doc: Y.Doc): Y.Map<HighlightMap> => doc.getMap(highlightsField);

/** The article's current revision; null before the first sync. Only the server writes it. */
export function revisionIdOf(doc: Y.Doc): string | null {
  const id = doc.getMap(metaField).get("revisionId");
  return typeof id === "string" ? id : null;
}

/** How often something was purged from the layer, as far as this copy knows. */
export function purgesOf(doc: Y.Doc): number {
  const purges = doc.getMap(metaField).get(purgesField);
  return isWhole(purges) ? purges : 0;
}

/** Reads one highlight; null when a field is missing or of another type. */
export function readHighlight(id: string, map: unknown): StoredHighlight | null {
  if (!(map instanceof Y.Map)) return null;
  const [start, end, exact, prefix, suffix] = selectorFields.map((name) => map.get(name));
  const [label, authorId, createdAt] = [map.get("label"), map.get("authorId"), map.get("createdAt")];
  if (!isWhole(start) || !isWhole(end) || !isWhole(createdAt)) return null;
  if (typeof exact !== "string" || typeof prefix !== "string" || typeof suffix !== "string") return null;
  if (typeof authorId !== "string" || !isLabel(label)) return null;
  const noteCover = map.get(noteCoverField) ?? null;
  if (noteCover !== null && !isCover(noteCover)) return null;
  const standing = readStanding(map);
  const own = { id, start, end, exact, prefix, suffix, label, authorId, createdAt };
  return standing && { ...own, ...standing, ...(noteCover && { noteCover }) };
}

/** The parts of a placement that highlights from before there were revisions lack; null when one is of another type. */
function readStanding(map: HighlightMap): Required<Omit<Placement, keyof Selector>> | null {
  const revisionId = map.get("revisionId") ?? null;
  const anchorState = map.get("anchorState") ?? "anchored";
  const confidence = map.get("confidence") ?? 1;
  if (revisionId !== null && typeof revisionId !== "string") return null;
  if (!isAnchorState(anchorState) || typeof confidence !== "number" || !(confidence >= 0 && confidence <= 1))
    return null;
  return { revisionId, anchorState, confidence };
}

/**
 * Whether the highlight says that it stands where it can't: it was put on a revision that is no longer the current one,
 * by somebody who still had that before them. The server then looks for its place in the current one.
 */
export function isAstray({ revisionId, anchorState }: StoredHighlight, currentId: string, firstId: string): boolean {
  return ((revisionId ?? firstId) === currentId) !== isPlaced(anchorState);
}

/** All highlights of the layer, in no order. */
export function readHighlights(doc: Y.Doc): StoredHighlight[] {
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
 * Moves a highlight to another passage. All its fields are written, also those that stay equal: two people's moves at
 * the same time, or a move and a revision, then end as one of the two, never as a mixture.
 */
export function moveHighlight(doc: Y.Doc, id: string, placement: Placement, origin?: unknown): void {
  const map = highlightsOf(doc).get(id);
  if (!map) return;
  const { revisionId = null, anchorState = "anchored", confidence = 1, ...selector } = placement;
  doc.transact(() => {
    for (const name of selectorFields) map.set(name, selector[name]);
    for (const [name, value] of Object.entries({ revisionId, anchorState, confidence })) map.set(name, value);
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
const isAnchorState = (value: unknown): value is AnchorState => anchorStates.some((state) => state === value);
const isCover = (value: unknown): value is Cover => covers.some((cover) => cover === value);
const isLabel = (value: unknown): value is Label => labels.some((label) => label === value);
