/** Follows where the person reads: the block at the reading line, and how far through the article that is. */
import type { Signal } from "@/lib/collab/client/handle";
import type { Passage } from "@/lib/highlights/order";

export interface ReadingPlace {
  /** Canonical offset of the first block at or below the reading line. */
  offset: number;
  /** From 0 to 1. */
  progress: number;
}

export interface Reading extends Signal<ReadingPlace> {
  /** Watches the article; returns a function that stops it. */
  watch(article: HTMLElement): () => void;
}

/** Share of the viewport's height above the line where a person is taken to read. */
const readingLine = 0.3;

export function createReading(ranges: readonly Passage[]): Reading {
  let place: ReadingPlace = { offset: 0, progress: 0 };
  const listeners = new Set<() => void>();

  const look = (article: HTMLElement) => {
    const line = window.innerHeight * readingLine;
    const { top, bottom } = article.getBoundingClientRect();
    const index = firstBelow([...article.querySelectorAll("[data-block]")], line);
    const offset = ranges[index]?.start ?? 0;
    // The last line counts as read once the article's end is in view.
    const way = bottom - top - (window.innerHeight - line);
    const progress = way <= 0 ? 1 : Math.max(0, Math.min(1, (line - top) / way));
    if (offset === place.offset && Math.abs(progress - place.progress) < 0.002) return;
    place = { offset, progress };
    for (const listener of listeners) listener();
  };

  return {
    get: () => place,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch(article) {
      let frame = 0;
      const onScroll = () => {
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(() => look(article));
      };
      onScroll();
      window.addEventListener("scroll", onScroll, { passive: true });
      window.addEventListener("resize", onScroll);
      return () => {
        cancelAnimationFrame(frame);
        window.removeEventListener("scroll", onScroll);
        window.removeEventListener("resize", onScroll);
      };
    },
  };
}

/** Index of the first element that reaches below the line, by bisection: a long article has many blocks. */
function firstBelow(elements: readonly Element[], line: number): number {
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? 0) > line) high = middle;
    else low = middle + 1;
  }
  return low;
}
