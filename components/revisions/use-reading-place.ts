/** Keeps the place in a report for whoever follows one of its links and comes back: the same row where it stood, the link in focus. */
"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, useLayoutEffect, useRef } from "react";
import { z } from "zod";

const placeSchema = z.object({
  /** The id of the row that the link is in; null beside the rows. */
  row: z.string().nullable(),
  /** The link that was left. */
  href: z.string(),
  /** How far below the window's top the row, or else the link, stood; in px. */
  top: z.number(),
});
type Place = z.infer<typeof placeSchema>;

/** What a history entry says; Next keeps its own beside it. */
const entrySchema = z.object({ readingPlace: placeSchema });

/**
 * The place lies in the page's entry of the browser's history, so going back to that entry finds it and opening the
 * report anew doesn't.
 * @param items what the report lists; the place is found again when they come
 * @returns what to do with a click in the report
 */
export function useReadingPlace(items: unknown): (event: MouseEvent) => void {
  const router = useRouter();
  const returned = useRef<Place | null>(null);

  useLayoutEffect(() => {
    const entry = entrySchema.safeParse(history.state);
    if (entry.success) {
      returned.current = entry.data.readingPlace;
      writeEntry(undefined);
      goTo(returned.current);
      // What was decided on the way is not yet in the report that the browser went back to.
      router.refresh();
    } else if (returned.current && items) {
      // The link may be gone with what it was for.
      if (document.activeElement === document.body) focusOn(returned.current);
      returned.current = null;
    }
  }, [items, router]);

  return ({ target, metaKey, ctrlKey, shiftKey }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    const href = link?.getAttribute("href");
    // Another tab or window leaves the reader here.
    if (!link || !href || metaKey || ctrlKey || shiftKey) return;
    const row = link.closest("article");
    writeEntry({ row: row?.id ?? null, href, top: (row ?? link).getBoundingClientRect().top });
  };
}

function writeEntry(readingPlace: Place | undefined): void {
  history.replaceState({ ...history.state, readingPlace }, "");
}

/** The row and the link in it, as far as they are still there. */
function elementsOf({ row: id, href }: Place): { row: HTMLElement | null; link: HTMLElement | null } {
  const row = id === null ? null : document.getElementById(id);
  return { row, link: (row ?? document).querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`) };
}

function goTo(place: Place): void {
  const { row, link } = elementsOf(place);
  const fold = row?.closest("details");
  if (fold) fold.open = true;
  const held = row ?? link;
  if (held) window.scrollBy({ top: held.getBoundingClientRect().top - place.top, behavior: "instant" });
  focusOn(place);
}

function focusOn(place: Place): void {
  const { row, link } = elementsOf(place);
  (link ?? row)?.focus({ preventScroll: true });
}
