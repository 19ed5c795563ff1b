/** Choosing a passage with the keyboard alone: a sentence to start with, and arrows that move it and its edges. */
"use client";

import { Kbd } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { domRangeOf } from "@/components/article/dom-offsets";
import { movedEdge, nextSentence, sentenceAt, type Unit } from "@/lib/highlights/motion";
import type { Passage } from "@/lib/highlights/order";
import classes from "./MarkMode.module.css";
import { useRoom } from "./room-context";
import { clearSelection, selectPassage } from "./use-chosen-passage";

interface Props {
  /** Canonical offset near which to start. */
  from: number;
  /** Enter: what is chosen shall be labelled. */
  onChosen(): void;
  onLeave(): void;
}

export function MarkMode({ from, onChosen, onLeave }: Props) {
  const { text, ranges, language, article, announce } = useRoom();
  const [passage, setPassage] = useState(() => sentenceAt(text, ranges, from, language));
  const strip = useRef<HTMLDivElement>(null);

  useEffect(() => strip.current?.focus({ preventScroll: true }), []);

  useEffect(() => {
    const holder = article.current;
    if (!holder || !passage) return;
    selectPassage(holder, ranges, passage);
    keepInView(domRangeOf(holder, ranges, passage));
    announce(`${text.slice(passage.start, passage.end)}. Selected.`);
  }, [passage, article, ranges, text, announce]);

  const move = (step: (now: Passage) => Passage | null) =>
    setPassage((now) => {
      const next = now && step(now);
      return next && next.start < next.end ? next : now;
    });

  const moveEdge = (edge: "start" | "end", direction: 1 | -1, unit: Unit) =>
    move((now) => ({ ...now, [edge]: movedEdge(text, ranges, now[edge], edge, direction, unit, language) }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const direction = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : -1;
    switch (event.key) {
      case "ArrowUp":
      case "ArrowDown":
        if (event.shiftKey) moveEdge("end", direction, "sentence");
        else move((now) => nextSentence(text, ranges, now.start, direction, language));
        break;
      case "ArrowLeft":
      case "ArrowRight":
        moveEdge(event.shiftKey ? "start" : "end", direction, event.altKey ? "character" : "word");
        break;
      case "Enter":
        onChosen();
        break;
      case "Escape":
        clearSelection();
        onLeave();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // An application: a screen reader hands the arrow keys over to it.
    <div
      ref={strip}
      role="application"
      aria-label="Choose a passage. Up and down: sentence. Left and right: move its end by a word; with Shift, its start. Enter: label it. Escape: leave."
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is there to take keys
      tabIndex={0}
      className={classes.strip}
      onKeyDown={onKeyDown}
    >
      <span className={classes.keys}>
        <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> sentence
      </span>
      <span className={classes.keys}>
        <Kbd size="xs">←</Kbd> <Kbd size="xs">→</Kbd> end
      </span>
      <span className={classes.keys}>
        <Kbd size="xs">Shift</Kbd> <Kbd size="xs">←</Kbd> <Kbd size="xs">→</Kbd> start
      </span>
      <span className={classes.keys}>
        <Kbd size="xs">Enter</Kbd> label
      </span>
      <span className={classes.keys}>
        <Kbd size="xs">Esc</Kbd> leave
      </span>
    </div>
  );
}

/** Scrolls just enough that the range is clear of the header and of the strip. */
function keepInView(range: Range | null): void {
  if (!range) return;
  const { top, bottom } = range.getBoundingClientRect();
  const highest = 140;
  const lowest = window.innerHeight - 120;
  if (top < highest) window.scrollBy({ top: top - highest });
  else if (bottom > lowest) window.scrollBy({ top: Math.min(bottom - lowest, top - highest) });
}
