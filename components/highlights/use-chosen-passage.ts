/** The passage that the person has selected in the article, by whatever means. */
"use client";

import { useEffect, useState } from "react";
import { domRangeOf, offsetAt } from "@/components/article/dom-offsets";
import type { Passage } from "@/lib/highlights/order";
import { passageBetween } from "@/lib/highlights/passage";
import { useRoom } from "./room-context";

/**
 * Null while nothing is selected, or a pointer is still drawing the selection: a toolbar that follows a moving
 * selection is in its way.
 */
export function useChosenPassage(): Passage | null {
  const { article, ranges, text } = useRoom();
  const [passage, setPassage] = useState<Passage | null>(null);

  useEffect(() => {
    let isPressed = false;

    const read = (): Passage | null => {
      const selection = document.getSelection();
      const holder = article.current;
      if (!holder || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
      const range = selection.getRangeAt(0);
      if (!range.intersectsNode(holder)) return null;
      const start = offsetAt(holder, ranges, range.startContainer, range.startOffset);
      const end = offsetAt(holder, ranges, range.endContainer, range.endOffset);
      // A selection that only begins or ends in the article reaches to the article's edge.
      return passageBetween(text, start ?? 0, end ?? text.length);
    };
    const look = () => {
      const now = isPressed ? null : read();
      setPassage((before) => (before?.start === now?.start && before?.end === now?.end ? before : now));
    };
    const press = (event: PointerEvent) => {
      // A finger's selection has handles of its own, which press outside the page.
      isPressed = event.pointerType === "mouse" && article.current?.contains(event.target as Node) === true;
    };
    const release = () => {
      if (!isPressed) return;
      isPressed = false;
      // The browser drops a clicked selection only after this event.
      requestAnimationFrame(look);
    };

    document.addEventListener("selectionchange", look);
    document.addEventListener("pointerdown", press);
    document.addEventListener("pointerup", release);
    document.addEventListener("pointercancel", release);
    return () => {
      document.removeEventListener("selectionchange", look);
      document.removeEventListener("pointerdown", press);
      document.removeEventListener("pointerup", release);
      document.removeEventListener("pointercancel", release);
    };
  }, [article, ranges, text]);

  return passage;
}

/** Selects the passage in the page, as a person would with a mouse. */
export function selectPassage(article: HTMLElement, ranges: readonly Passage[], passage: Passage): void {
  const range = domRangeOf(article, ranges, passage);
  if (range)
    document
      .getSelection()
      ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}

/** Selects nothing. */
export function clearSelection(): void {
  document.getSelection()?.removeAllRanges();
}
