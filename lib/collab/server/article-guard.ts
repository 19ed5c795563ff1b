/** Guards an article's layer: reads what a frame changed in the highlights, asks the rules, and says what becomes of their rows. */

import * as Y from "yjs";
import { z } from "zod";
import type { Member } from "@/lib/access/policies";
import { isBlankNote } from "@/lib/highlights/note";
import { maxNoteLength, noteProseMirrorSchema } from "@/lib/highlights/note-kit";
import { wordsOf } from "@/lib/highlights/note-words";
import { readFragment } from "../fragment";
import {
  highlightFields,
  highlightsField,
  highlightsOf,
  isAstray,
  metaField,
  noteCoverField,
  noteField,
  noteOf,
  placementFields,
  readHighlight,
  readHighlights,
  revisionIdOf,
  type StoredHighlight,
} from "../layer";
import type { Refusal, RefusalCode } from "../protocol";
import type { Answers, Followed, Guard, Untidy, Verdict } from "./guard";
import type { HighlightRow } from "./highlight-rows";
import { type HighlightChange, refusalOf } from "./layer-rules";
import type { RevisionTexts } from "./revision-texts";
import type { Change, Roots } from "./shadow";
import { inspect, shapeOf } from "./shape";
import type { SharedType } from "./shared-type";
import type { Reading, Vocabulary } from "./vocabulary";

const shape = shapeOf(noteProseMirrorSchema);
const uuid = z.uuid();
const isUuid = (text: string) => text === text.toLowerCase() && uuid.safeParse(text).success;
const refuse = (code: RefusalCode, message: string): Refusal => ({ code, message });

export const articleRoots: Roots = { [highlightsField]: "map", [metaField]: "map" };

interface ArticleFacts {
  articleId: string;
  revisions: RevisionTexts;
}

const placing: ReadonlySet<string> = new Set(placementFields);

export class ArticleGuard implements Guard {
  readonly vocabulary: Vocabulary = {
    allowsFormat: shape.allowsMark,
    allowsType: (type) =>
      type instanceof Y.XmlElement
        ? shape.node(type.nodeName) !== null
        : type.constructor === Y.Map || type.constructor === Y.XmlText || type.constructor === Y.XmlFragment,
  };
  readonly #facts: ArticleFacts;
  /** The highlights as the shadow holds them, to compare with. */
  #known = new Map<string, StoredHighlight>();
  /** The item that holds each highlight in the shared map: what a deletion names. */
  readonly #items = new Map<string, Y.ID>();
  /** The highlights that this process let be changed. */
  readonly #own = new Set<string>();

  constructor(facts: ArticleFacts, doc: Y.Doc) {
    this.#facts = facts;
    this.adopt(doc);
  }

  adopt(doc: Y.Doc): Untidy {
    this.#known = new Map(readHighlights(doc).map((highlight) => [highlight.id, highlight]));
    this.#items.clear();
    for (const id of this.#known.keys()) this.#remember(doc, id);
    return { isAstray: this.#isAstray(doc, this.#known.keys()), isExposed: this.#isExposed(doc, this.#known.keys()) };
  }

  follow(change: Change): Followed {
    const touched = touchedIn(change);
    if ("code" in touched) return { rows: [], isExposed: false };
    const ids = [...touched.keys()];
    const rows = ids.flatMap((id) => (this.#own.has(id) ? (this.#rowOf(change.doc, id) ?? []) : []));
    for (const id of ids) this.#remember(change.doc, id);
    return { rows, isExposed: this.#isExposed(change.doc, ids) };
  }

  ownRows(doc: Y.Doc): HighlightRow[] {
    return [...this.#own].flatMap((id) => this.#rowOf(doc, id) ?? []);
  }

  prepare({ values }: Reading, userId: string): (() => Promise<void>) | null {
    const { revisions } = this.#facts;
    const unread = revisions.unread(values).filter((id) => id !== userId);
    return unread.length > 0 ? () => revisions.read(unread) : null;
  }

  questions({ keys, neighbours, deletions }: Reading, doc: Y.Doc): string[] {
    const beside = neighbours.flatMap((neighbour) => keyOf(doc, neighbour) ?? []);
    const created = [...keys, ...beside].filter((key) => isUuid(key) && !this.#known.has(key));
    if (deletions.length === 0) return created;
    const deleted = [...this.#items].flatMap(([id, { client, clock }]) =>
      deletions.some((range) => range.client === client && range.clock <= clock && clock < range.end) ? [id] : [],
    );
    return [...created, ...deleted];
  }

  quotes(): boolean {
    return false;
  }

  judge(change: Change, _reading: Reading, member: Member, answers: Answers): Verdict {
    const touched = touchedIn(change);
    if ("code" in touched) return { refusal: touched };
    const found = this.#changesOf(change, touched);
    if ("code" in found) return { refusal: found };
    const { articleId, revisions } = this.#facts;
    const created = found.filter(({ kind }) => kind === "created").length;
    const facts = { articleId, textOf: revisions.textOf, count: this.#known.size + created, answers };
    for (const each of found) {
      const refusal = refusalOf(each, member, facts);
      if (refusal) return { refusal };
    }
    const rows: HighlightRow[] = [];
    const placed = new Set(found.flatMap(placedBy));
    const written = new Set(found.flatMap(writtenBy));
    for (const id of touched.keys()) {
      const writerId = written.has(id) ? member.userId : null;
      const row = this.#rowOf(change.doc, id, { placed: placed.has(id), writerId });
      if (row) rows.push(row);
      if (row?.kind === "standing" && row.noteText.length > maxNoteLength)
        return { refusal: refuse("too-many", `A note holds at most ${maxNoteLength} characters.`) };
    }
    for (const id of touched.keys()) {
      this.#remember(change.doc, id);
      this.#own.add(id);
    }
    const shown = found.some(({ kind }) => kind !== "noted") ? "when-durable" : "at-once";
    return { shown, rows, isAstray: this.#isAstray(change.doc, touched.keys()) };
  }

  #changesOf(change: Change, touched: ReadonlyMap<string, Touched>): HighlightChange[] | Refusal {
    const changes: HighlightChange[] = [];
    for (const [id, { types, fields }] of touched) {
      const before = this.#known.get(id);
      const map = highlightsOf(change.doc).get(id);
      if (!map) {
        if (before) changes.push({ kind: "deleted", before });
        continue;
      }
      const isWhole = map instanceof Y.Map && map._item !== null && !!before && !change.isNew(map._item);
      const misfit = misfitOf(change, id, map, types, isWhole ? fields : null);
      if (misfit) return misfit;
      const after = readHighlight(id, map);
      if (!after || !isUuid(id))
        return refuse("invalid-highlight", "The highlight lacks something, or has it wrongly.");
      const isSilent = this.#isSilent(change.doc, id);
      if (!before) changes.push({ kind: "created", after, isSilent });
      else if (!isWhole) changes.push({ kind: "replaced", before, after, isSilent });
      else {
        const isMoved = [...fields].some((field) => placing.has(field));
        if (fields.size > 0) changes.push({ kind: "changed", before, after, isMoved });
        if (types.size > 0) changes.push({ kind: "noted", before });
      }
    }
    return changes;
  }

  #rowOf(doc: Y.Doc, id: string, { placed, writerId } = byOthers): HighlightRow | null {
    const { articleId, revisions } = this.#facts;
    const highlight = readHighlight(id, highlightsOf(doc).get(id));
    if (!highlight) return this.#known.has(id) ? { kind: "gone", articleId, id } : null;
    const fragment = noteOf(doc, id);
    const note = fragment ? readFragment(fragment) : { type: "doc" as const, content: [] };
    const revisionId = highlight.revisionId ?? revisions.firstId;
    return { kind: "standing", articleId, note, noteText: wordsOf(note), placed, writerId, ...highlight, revisionId };
  }

  /** Whether the highlight's note says nothing. */
  #isSilent(doc: Y.Doc, id: string): boolean {
    const note = noteOf(doc, id);
    return !note || isBlankNote(readFragment(note));
  }

  /** Whether a note that is kept from readers has words in it. */
  #isExposed(doc: Y.Doc, ids: Iterable<string>): boolean {
    return [...ids].some((id) => this.#known.get(id)?.noteCover && !this.#isSilent(doc, id));
  }

  #isAstray(doc: Y.Doc, ids: Iterable<string>): boolean {
    const currentId = revisionIdOf(doc);
    return [...ids].some((id) => {
      const highlight = this.#known.get(id);
      return highlight && currentId !== null && isAstray(highlight, currentId, this.#facts.revisions.firstId);
    });
  }

  #remember(doc: Y.Doc, id: string): void {
    const map = highlightsOf(doc).get(id);
    const highlight = readHighlight(id, map);
    if (highlight && map?._item) {
      this.#known.set(id, highlight);
      this.#items.set(id, map._item.id);
    } else {
      this.#known.delete(id);
      this.#items.delete(id);
    }
  }
}

/** Neither the place nor the note of a row is this change's. */
const byOthers: { placed: boolean; writerId: string | null } = { placed: false, writerId: null };

/** The highlight that the change put in its place, if it did. */
function placedBy(change: HighlightChange): string[] {
  switch (change.kind) {
    case "created":
    case "replaced":
      return [change.after.id];
    case "changed":
      return change.isMoved ? [change.after.id] : [];
    case "noted":
    case "deleted":
      return [];
  }
}

/** The highlight in whose note the change wrote, if it did. */
function writtenBy(change: HighlightChange): string[] {
  switch (change.kind) {
    case "created":
    case "replaced":
      return change.isSilent ? [] : [change.after.id];
    case "noted":
      return [change.before.id];
    case "changed":
    case "deleted":
      return [];
  }
}

/** What changed in one highlight that was there before. */
interface Touched {
  /** Changed fields of its map. */
  fields: Set<string>;
  /** Changed types in its note, the note itself included. */
  types: Set<SharedType>;
}

/** The key under which the item stands or stood in the shared map; null when it never did. */
function keyOf(doc: Y.Doc, id: Y.ID): string | null {
  const structs = id.clock < Y.getState(doc.store, id.client) ? doc.store.clients.get(id.client) : undefined;
  const item = structs?.[Y.findIndexSS(structs, id.clock)];
  return item instanceof Y.Item && item.parent === highlightsOf(doc) ? item.parentSub : null;
}

/** Sorts the changed types by highlight. */
function touchedIn({ doc, changed }: Change): Map<string, Touched> | Refusal {
  const highlights = highlightsOf(doc);
  const touched = new Map<string, Touched>();
  const at = (id: string): Touched => {
    const known = touched.get(id) ?? { fields: new Set(), types: new Set() };
    touched.set(id, known);
    return known;
  };
  for (const [type, keys] of changed) {
    if (type === highlights) {
      for (const key of keys) {
        if (key === null) return refuse("outside-schema", "Only highlights can stand in the layer.");
        at(key);
      }
      continue;
    }
    const place = placeOf(type, highlights);
    if (!place) return refuse("server-only", "Only the server writes there.");
    if (!place.isMap) at(place.id).types.add(type);
    else for (const key of keys) at(place.id).fields.add(key ?? "");
  }
  return touched;
}

/** The highlight that the type belongs to, and whether it is its map; null when it stands elsewhere. */
function placeOf(type: SharedType, highlights: SharedType): { id: string; isMap: boolean } | null {
  for (let at = type; at._item; ) {
    const { parent, parentSub } = at._item;
    if (parent === highlights && parentSub !== null) return { id: parentSub, isMap: at === type };
    if (!(parent instanceof Y.AbstractType)) return null;
    at = parent;
  }
  return null;
}

const allFields: ReadonlySet<string> = new Set([...highlightFields, noteField, noteCoverField]);

/**
 * What doesn't fit in a highlight's map and note.
 * @param fields the fields that changed; null when the whole map is new
 */
function misfitOf(
  change: Change,
  id: string,
  map: Y.Map<unknown>,
  types: ReadonlySet<SharedType>,
  fields: ReadonlySet<string> | null,
): Refusal | null {
  const note = map instanceof Y.Map ? noteOf(change.doc, id) : null;
  const isComplete = note && Y.getTypeChildren(map).length === 0;
  if (!isComplete || [...map.keys()].some((key) => !allFields.has(key)))
    return refuse("invalid-highlight", "The highlight lacks something, or holds something that it can't.");
  if (fields?.has(noteCoverField))
    return refuse("server-only", "Only a moderator's decision hides a note or shows it.");
  if (fields?.has(noteField)) return refuse("fixed-field", "A note is written in, not put in another's place.");
  const { misfit } = inspect(shape, note, fields ? types : [note], change.isNew);
  return misfit ? refuse("outside-schema", `The note can't hold that: ${misfit}.`) : null;
}
