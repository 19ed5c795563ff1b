/** What a person can do with highlights, from wherever they do it: a card, a key, the toolbar, the palette. */
"use client";

import { useRouter } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import { domRangeOf } from "@/components/article/dom-offsets";
import { toastDone, toastError } from "@/components/shell/toast";
import { everything } from "@/lib/highlights/filters";
import { type Label, labelNames } from "@/lib/highlights/labels";
import { neighbour, type Passage } from "@/lib/highlights/order";
import { repeatUnder } from "@/lib/highlights/repeats";
import { highlightAnchor, rebuttalPlace } from "@/lib/places";
import type { Panel, RoomContextValue } from "./room-context";
import type { PassageAction } from "./SelectionToolbar";
import { clearSelection } from "./use-chosen-passage";

export interface RoomActions {
  activate(id: string | null): void;
  /** Makes it the active one, brings it into view, and moves the focus to its card. */
  goTo(id: string): void;
  /** The next or previous highlight in the text. */
  step(direction: 1 | -1): void;
  mark(passage: Passage, action: PassageAction): void;
  relabel(id: string, label: Label): void;
  move(id: string, passage: Passage): void;
  /** Moves it from a pull quote to the words that this repeats. */
  moveToBody(id: string): void;
  /** Puts a highlight that had no place on the passage. */
  reattach(id: string, passage: Passage): void;
  remove(id: string): void;
  rebut(id: string): void;
  open(id: string, panel: Panel): void;
  closePanel(id: string): void;
  copyLink(id: string): void;
  /** Moves the focus to the handle at the passage's end. */
  adjust(id: string): void;
  undo(): void;
  redo(): void;
}

/** How long "Rebut" waits for the highlight to be saved, in ms. */
const saveLimit = 10_000;

export function useRoomActions(room: RoomContextValue): { panel: Panel | null; actions: RoomActions } {
  const [opened, setOpened] = useState<{ id: string; panel: Panel } | null>(null);
  const router = useRouter();
  // Actions are handed to memoised cards, so they stay the same and look at the newest room when called.
  const latest = useRef({ room, router });
  latest.current = { room, router };

  const actions = useMemo<RoomActions>(() => {
    const now = () => latest.current.room;

    const activate = (id: string | null) => {
      if (now().store.list().active === id) return;
      setOpened(null);
      now().store.activate(id);
    };

    const goTo = (id: string) => {
      activate(id);
      showPassage(now(), id);
      focusSoon(`[data-card="${id}"]`);
    };

    const rebut = async (id: string) => {
      const { live, articleId, workspaceId, announce } = now();
      announce("Starting a rebuttal");
      try {
        // A rebuttal refers to the highlight's row, which is there once the highlight is saved.
        await live?.whenSaved(AbortSignal.timeout(saveLimit));
        const [{ call }, { createRebuttal }] = await Promise.all([
          import("@/lib/http/call"),
          import("@/lib/rebuttal/endpoints"),
        ]);
        const { id: rebuttalId } = await call(createRebuttal, { params: { articleId }, body: { highlightIds: [id] } });
        latest.current.router.push(rebuttalPlace(workspaceId, articleId, rebuttalId));
      } catch (error) {
        const { AppError } = await import("@/lib/errors");
        toastError(
          error instanceof DOMException
            ? new AppError(
                "unavailable",
                "The highlight isn't saved yet, so nothing can answer it. It is kept here; try again when you are online.",
              )
            : error,
        );
      }
    };

    const open = (id: string, panel: Panel) => {
      now().store.activate(id);
      setOpened({ id, panel });
    };

    const closePanel = (id: string) => {
      setOpened(null);
      focusSoon(`[data-card="${id}"]`);
    };

    const mark = (passage: Passage, action: PassageAction) => {
      const { live, store, text, announce } = now();
      if (!live) return;
      const label = action.kind === "label" ? action.label : labelOf[action.kind];
      if (store.list().filter.labels.length > 0 || store.list().filter.people.length > 0) store.setFilter(everything);
      const id = live.add(passage, label);
      clearSelection();
      activate(id);
      announce(`${labelNames[label]} added: ${text.slice(passage.start, passage.end)}`);
      switch (action.kind) {
        case "label":
          focusSoon(`[data-card="${id}"]`);
          break;
        case "note":
          open(id, "note");
          break;
        case "comment":
          open(id, "comments");
          break;
        case "rebut":
          void rebut(id);
      }
    };

    const moveToBody = async (id: string) => {
      const { passageInBody } = await import("@/lib/highlights/passage-in-body");
      const { live, store, text, blocks, ranges, announce } = now();
      const highlight = store.get(id);
      const repeat = highlight && repeatUnder(blocks, ranges, highlight);
      if (!live || !repeat) return;
      const passage = passageInBody(text, repeat, highlight);
      if (passage === null) {
        toastDone("It isn't clear which words of the text these are. Adjust the passage instead.");
        return;
      }
      live.move(id, passage);
      announce(`Moved to the text: ${text.slice(passage.start, passage.end)}`);
      toastDone("Moved from the pull quote to the text.", () => live.undo());
    };

    const remove = (id: string) => {
      const { live, store, announce } = now();
      const highlight = store.get(id);
      if (!live || !highlight) return;
      const next = neighbour(store.list().shown, id, 1, highlight.start);
      setOpened(null);
      live.remove(id);
      announce("Highlight deleted");
      if (next) focusSoon(`[data-card="${next.id}"]`);
      toastDone(`${labelNames[highlight.label]} deleted.`, () => live.undo());
    };

    return {
      activate,
      goTo,
      step(direction) {
        const { store, reading, announce } = now();
        const next = neighbour(store.list().shown, store.list().active, direction, reading.get().offset);
        if (next) goTo(next.id);
        else announce(direction === 1 ? "No highlight after this one" : "No highlight before this one");
      },
      mark,
      relabel(id, label) {
        now().live?.relabel(id, label);
        now().announce(`Label changed to ${labelNames[label]}`);
      },
      move: (id, passage) => now().live?.move(id, passage),
      moveToBody: (id) => void moveToBody(id),
      reattach(id, passage) {
        now().live?.move(id, passage);
        clearSelection();
        now().announce("Attached");
        goTo(id);
      },
      remove,
      rebut: (id) => void rebut(id),
      open,
      closePanel,
      async copyLink(id) {
        const link = new URL(`#${highlightAnchor(id)}`, location.href).href;
        await navigator.clipboard.writeText(link).then(
          () => toastDone("Link copied."),
          () => toastDone(`Your browser doesn't let pages copy. The link is ${link}`),
        );
      },
      adjust: (id) => {
        activate(id);
        showPassage(now(), id);
        focusSoon('[data-handle="end"]');
      },
      undo: () => now().live?.undo(),
      redo: () => now().live?.redo(),
    };
  }, []);

  const active = opened?.id === room.store.list().active;
  return { panel: active ? (opened?.panel ?? null) : null, actions };
}

/** What a passage is labelled when the person goes straight on to something else. */
const labelOf = { note: "note", comment: "question", rebut: "claim" } as const satisfies Record<string, Label>;

/** Moves the focus once React has drawn what was just asked for. */
export function focusSoon(selector: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true })),
  );
}

/** Brings a highlight's passage into view, if it isn't: the start at a comfortable height. */
function showPassage({ article, ranges, store }: RoomContextValue, id: string): void {
  const highlight = store.get(id);
  if (highlight) showPlace(article.current, ranges, highlight.start);
}

/** Scrolls to a place in the article, if it isn't comfortably in view. */
export function showPlace(article: HTMLElement | null, ranges: readonly Passage[], offset: number): void {
  const range = article && domRangeOf(article, ranges, { start: offset, end: offset + 1 });
  if (!range) return;
  const { top, bottom } = range.getBoundingClientRect();
  if (top > window.innerHeight * 0.15 && bottom < window.innerHeight * 0.75) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  window.scrollBy({ top: top - window.innerHeight * 0.3, behavior: calm ? "instant" : "smooth" });
}
