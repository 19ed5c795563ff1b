/** Holds what the room shows of its highlights, and tells each block and the margin only when theirs changed. */
import { everything, type HighlightFilter, passes } from "./filters";
import { byPlace, overlaps, type Passage } from "./order";
import type { LiveSelection, RoomHighlight } from "./room-highlight";

/** Everything one block needs to draw its marks. The same object until something of it changes. */
export interface BlockView {
  /** Shown highlights over the block, in order of place. */
  highlights: readonly RoomHighlight[];
  /** The active one's id, when it is over this block. */
  active: string | null;
  /** What others select here. */
  selections: readonly LiveSelection[];
}

/** What the margin and the counters need. The same object until something of it changes. */
export interface ListView {
  /** Shown highlights, in order of place. */
  shown: readonly RoomHighlight[];
  /** How many there are, hidden by the filter or not. */
  total: number;
  active: string | null;
  filter: HighlightFilter;
  facts: HighlightFacts;
}

/** What rows say about highlights beside the live layer. */
export interface HighlightFacts {
  /** Ids of highlights that a rebuttal answers. */
  answered: ReadonlySet<string>;
  /** Number of comments by highlight id; none: absent. */
  comments: ReadonlyMap<string, number>;
}

type Listener = () => void;

export class RoomStore {
  #highlights = new Map<string, RoomHighlight>();
  #list: ListView;
  #blocks: BlockView[];
  #selections: readonly LiveSelection[] = [];
  /** A range that its author is dragging: drawn in place of the highlight's own until it is let go. */
  #draft: { id: string; passage: Passage } | null = null;
  #blockListeners: Set<Listener>[];
  #listListeners = new Set<Listener>();

  /** @param ranges where each block's text lies in the canonical text, in order */
  constructor(
    readonly ranges: readonly Passage[],
    highlights: readonly RoomHighlight[],
    facts: HighlightFacts,
  ) {
    for (const highlight of highlights) this.#highlights.set(highlight.id, highlight);
    const shown = [...highlights].sort(byPlace);
    this.#list = { shown, total: shown.length, active: null, filter: everything, facts };
    this.#blockListeners = ranges.map(() => new Set());
    this.#blocks = ranges.map((range) => ({
      highlights: shown.filter((highlight) => overlaps(highlight, range)),
      active: null,
      selections: [],
    }));
  }

  list = (): ListView => this.#list;

  block(index: number): BlockView {
    const view = this.#blocks[index];
    if (!view) throw new RangeError(`There is no block ${index}.`);
    return view;
  }

  get(id: string): RoomHighlight | undefined {
    return this.#highlights.get(id);
  }

  /** Ids of everybody who made a highlight here, those hidden by the filter too. */
  authors(): string[] {
    return [...new Set([...this.#highlights.values()].flatMap(({ authorId }) => authorId ?? []))];
  }

  subscribeList = (listener: Listener): (() => void) => {
    this.#listListeners.add(listener);
    return () => this.#listListeners.delete(listener);
  };

  subscribeBlock(index: number, listener: Listener): () => void {
    this.#blockListeners[index]?.add(listener);
    return () => this.#blockListeners[index]?.delete(listener);
  }

  /** Makes these the room's highlights; those that are equal stay the objects they were. */
  replace(highlights: readonly RoomHighlight[]): void {
    const kept = new Set(highlights.map(({ id }) => id));
    this.change(
      highlights,
      [...this.#highlights.keys()].filter((id) => !kept.has(id)),
    );
  }

  /** Adds or changes some highlights and removes others. */
  change(changed: readonly RoomHighlight[], removed: readonly string[] = []): void {
    const touched: Passage[] = [];
    for (const id of removed) {
      const old = this.#highlights.get(id);
      if (!old) continue;
      touched.push(this.#passageOf(old));
      this.#highlights.delete(id);
    }
    for (const highlight of changed) {
      const old = this.#highlights.get(highlight.id);
      if (old && isSame(old, highlight)) continue;
      if (old) touched.push(this.#passageOf(old));
      touched.push(this.#passageOf(highlight));
      this.#highlights.set(highlight.id, highlight);
    }
    if (touched.length > 0) this.#reshow(touched);
  }

  /** Makes one highlight the active one, or none. */
  activate(id: string | null): void {
    const active = id !== null && this.#highlights.has(id) ? id : null;
    const before = this.#list.active;
    if (active === before) return;
    this.#setList({ active });
    const touched = [before, active].flatMap((each) => this.#highlights.get(each ?? "") ?? []);
    this.#redraw(touched.map((highlight) => this.#passageOf(highlight)));
  }

  setFilter(filter: HighlightFilter): void {
    this.#setList({ filter });
    this.#reshow(this.ranges);
  }

  setFacts(facts: HighlightFacts): void {
    this.#setList({ facts });
    if (this.#list.filter.answered !== "any") this.#reshow(this.ranges);
  }

  setSelections(selections: readonly LiveSelection[]): void {
    const touched = [...this.#selections, ...selections];
    this.#selections = selections;
    this.#redraw(touched);
  }

  /** Draws a highlight at another range, for as long as its edge is being moved; null when it is let go. */
  setDraft(draft: { id: string; passage: Passage } | null): void {
    const touched: Passage[] = [];
    for (const each of [this.#draft, draft]) {
      const highlight = each && this.#highlights.get(each.id);
      if (each && highlight) touched.push(each.passage, highlight);
    }
    this.#draft = draft;
    this.#reshow(touched);
  }

  #passageOf(highlight: RoomHighlight): Passage {
    return this.#draft?.id === highlight.id ? this.#draft.passage : highlight;
  }

  #reshow(touched: readonly Passage[]): void {
    const { filter, facts, active } = this.#list;
    const shown: RoomHighlight[] = [];
    for (const highlight of this.#highlights.values()) {
      if (!passes(highlight, filter, facts.answered)) continue;
      shown.push(this.#draft?.id === highlight.id ? { ...highlight, ...this.#draft.passage } : highlight);
    }
    shown.sort(byPlace);
    const stillActive = shown.some(({ id }) => id === active) ? active : null;
    this.#setList({ shown, total: this.#highlights.size, active: stillActive });
    this.#redraw(touched);
  }

  #setList(part: Partial<ListView>): void {
    this.#list = { ...this.#list, ...part };
    for (const listener of this.#listListeners) listener();
  }

  #redraw(touched: readonly Passage[]): void {
    for (const [index, range] of this.ranges.entries()) {
      if (!touched.some((passage) => overlaps(passage, range))) continue;
      const highlights = this.#list.shown.filter((highlight) => overlaps(highlight, range));
      const active = highlights.find(({ id }) => id === this.#list.active)?.id ?? null;
      const selections = this.#selections.filter((selection) => overlaps(selection, range));
      if (isSameView(this.block(index), { highlights, active, selections })) continue;
      this.#blocks[index] = { highlights, active, selections };
      for (const listener of this.#blockListeners[index] ?? []) listener();
    }
  }
}

const isSameList = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((item, index) => item === b[index]);

const isSameView = (a: BlockView, b: BlockView) =>
  a.active === b.active && isSameList(a.highlights, b.highlights) && isSameList(a.selections, b.selections);

const isSame = (a: RoomHighlight, b: RoomHighlight) =>
  a.start === b.start &&
  a.end === b.end &&
  a.label === b.label &&
  a.noteCover === b.noteCover &&
  a.authorId === b.authorId &&
  a.createdAt === b.createdAt &&
  (a.isMoved ?? false) === (b.isMoved ?? false) &&
  (a.note === b.note || JSON.stringify(a.note) === JSON.stringify(b.note));
