/** Measures passages and cards, and tells where in the margin each card stands and which are near the viewport. */
"use client";

import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { domRangeOf } from "@/components/article/dom-offsets";
import { marginLayout } from "@/lib/highlights/margin-layout";
import type { Passage } from "@/lib/highlights/order";
import type { RoomHighlight } from "@/lib/highlights/room-highlight";
import type { ListView } from "@/lib/highlights/room-store";

/** Space between two cards, in px. */
const gap = 10;
/** What a card is taken to measure until it has been drawn once, in px. */
const guessedHeight = 88;
/** How far beyond the viewport cards are drawn, in px. */
const overscan = 500;
/** How far the page scrolls before the window of drawn cards moves, in px. */
const windowStep = 250;
/** Share of the viewport's height at which a crowded margin keeps cards level. */
const readingLine = 0.35;

interface Placed {
  highlight: RoomHighlight;
  /** In px from the margin's top. */
  top: number;
}

/** Where a highlight's passage begins, when it was measured last. */
interface Level {
  /** In px from the margin's top. */
  top: number;
  /** The passage that was measured. */
  start: number;
  end: number;
  /** The article was laid out anew since. */
  isStale: boolean;
}

function isMeasured(level: Level | undefined, { start, end }: RoomHighlight): boolean {
  return level !== undefined && !level.isStale && level.start === start && level.end === end;
}

interface Margin {
  cards: Placed[];
  /** What the margin must at least measure to hold its cards, in px. */
  height: number;
  /** There are more cards than fit beside the article. */
  isCrowded: boolean;
  /** Give it to every card's element; it watches the card's height. */
  watchCard(id: string): (element: HTMLElement | null) => void;
}

/** @param article holds the marks; `margin` is the cards' container, both starting at heights of their own */
export function useMargin(
  article: RefObject<HTMLElement | null>,
  margin: RefObject<HTMLElement | null>,
  ranges: readonly Passage[],
  { shown, active }: ListView,
): Margin {
  const levels = useRef(new Map<string, Level>());
  const heights = useRef(new Map<string, number>());
  const isCrowdedNow = useRef(false);
  const [measured, setMeasured] = useState(0);
  const [view, setView] = useState({ top: 0, bottom: 0, line: 0 });
  const remeasure = useCallback(() => setMeasured((count) => count + 1), []);

  // Where the viewport is, in steps; and everything anew when the article is laid out in another width.
  useLayoutEffect(() => {
    const holder = article.current;
    const column = margin.current;
    if (!holder || !column) return;
    const look = () => {
      const offset = -column.getBoundingClientRect().top;
      const top = Math.floor(offset / windowStep) * windowStep;
      const line = offset + window.innerHeight * readingLine;
      setView((before) =>
        before.top === top &&
        before.bottom === top + window.innerHeight &&
        !(isCrowdedNow.current && before.line !== line)
          ? before
          : { top, bottom: top + window.innerHeight, line },
      );
    };
    let frame = 0;
    const onScroll = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    const resized = new ResizeObserver(() => {
      for (const level of levels.current.values()) level.isStale = true;
      look();
      remeasure();
    });
    resized.observe(holder);
    window.addEventListener("scroll", onScroll, { passive: true });
    look();
    return () => {
      resized.disconnect();
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", onScroll);
    };
  }, [article, margin, remeasure]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `measured` says that levels were thrown away
  useLayoutEffect(() => {
    const holder = article.current;
    const column = margin.current;
    const missing = new Map(
      shown.filter((each) => !isMeasured(levels.current.get(each.id), each)).map((each) => [each.id, each]),
    );
    if (!holder || !column || missing.size === 0) return;
    const origin = column.getBoundingClientRect().top;
    let isNew = false;
    const measure = ({ id, start, end }: RoomHighlight, place: Element | Range) => {
      const top = place.getBoundingClientRect().top - origin;
      levels.current.set(id, { top, start, end, isStale: false });
      missing.delete(id);
      isNew = true;
    };
    const firstMarks = missing.size > 20 ? holder.querySelectorAll<HTMLElement>("mark[data-opens]") : [];
    for (const mark of firstMarks) {
      const highlight = missing.get(mark.dataset.id ?? "");
      if (highlight) measure(highlight, mark);
    }
    for (const highlight of missing.values()) {
      // Not drawn as a mark of its own: too many lie there.
      const words = domRangeOf(holder, ranges, highlight);
      if (words) measure(highlight, words);
    }
    if (isNew) remeasure();
  }, [shown, measured, article, margin, ranges, remeasure]);

  const observer = useRef<ResizeObserver>(null);
  const elements = useRef(new Map<string, HTMLElement>());
  const watchers = useRef(new Map<string, (element: HTMLElement | null) => void>());
  const watchCard = useCallback(
    (id: string) => {
      observer.current ??= new ResizeObserver((entries) => {
        let isNew = false;
        for (const { target } of entries) {
          const { id = "" } = (target as HTMLElement).dataset;
          const height = (target as HTMLElement).offsetHeight;
          if (height > 0 && heights.current.get(id) !== height) {
            heights.current.set(id, height);
            isNew = true;
          }
        }
        if (isNew) remeasure();
      });
      const known = watchers.current.get(id);
      if (known) return known;
      const watch = (element: HTMLElement | null) => {
        const before = elements.current.get(id);
        if (before) observer.current?.unobserve(before);
        if (element) {
          elements.current.set(id, element);
          observer.current?.observe(element);
        } else elements.current.delete(id);
      };
      watchers.current.set(id, watch);
      return watch;
    },
    [remeasure],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: `measured` says that levels or heights are others now
  const { isCrowded, ...drawn } = useMemo(() => {
    const placed = shown.flatMap((highlight) => {
      // An old level does until the new one is measured: a card that left for a moment would take its open editor along.
      const level = levels.current.get(highlight.id);
      return level === undefined
        ? []
        : [{ highlight, level: level.top, height: heights.current.get(highlight.id) ?? guessedHeight }];
    });
    const room = article.current?.offsetHeight ?? 0;
    const isCrowded = placed.reduce((sum, { height }) => sum + height + gap, 0) > room;
    const activeIndex = placed.findIndex(({ highlight }) => highlight.id === active);
    const isNear = (level: number) => level > view.top - overscan && level < view.bottom + overscan;
    const activeLevel = placed[activeIndex]?.level;
    // In a crowded margin most cards can't be near their passages, so those at the reading line are.
    const pinned =
      activeLevel !== undefined && (!isCrowded || isNear(activeLevel))
        ? activeIndex
        : isCrowded
          ? nearest(placed, view.line)
          : undefined;
    const tops = marginLayout(placed, { gap, top: 0, pinned });
    const cards: Placed[] = [];
    let height = 0;
    for (const [index, { highlight, height: own }] of placed.entries()) {
      const top = tops[index] ?? 0;
      height = Math.max(height, top + own);
      const isVisible = top + own > view.top - overscan && top < view.bottom + overscan;
      if (isVisible || highlight.id === active) cards.push({ highlight, top });
    }
    return { cards, height: isCrowded ? 0 : height, isCrowded };
  }, [shown, active, view, measured, article]);
  isCrowdedNow.current = isCrowded;
  return { ...drawn, isCrowded, watchCard };
}

/** Index of the card whose level is nearest to the line. */
function nearest(cards: readonly { level: number }[], line: number): number | undefined {
  let best: number | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const [index, { level }] of cards.entries()) {
    if (Math.abs(level - line) >= distance) continue;
    distance = Math.abs(level - line);
    best = index;
  }
  return best;
}
