/** Two handles at the active passage's edges, to move them by dragging or with the arrow keys. */
"use client";

import { type KeyboardEvent, type PointerEvent, useCallback, useLayoutEffect, useRef, useState } from "react";
import { domRangeOf, offsetAtPoint } from "@/components/article/dom-offsets";
import { movedEdge } from "@/lib/highlights/motion";
import type { Passage } from "@/lib/highlights/order";
import { passageBetween } from "@/lib/highlights/passage";
import type { RoomHighlight } from "@/lib/highlights/room-highlight";
import classes from "./PassageHandles.module.css";
import { useRoom } from "./room-context";

type Edge = "start" | "end";

interface Place {
  x: number;
  y: number;
  height: number;
}

interface Props {
  highlight: RoomHighlight;
  onMove(passage: Passage): void;
}

export function PassageHandles({ highlight, onMove }: Props) {
  const { article, ranges, text, language, store, announce } = useRoom();
  const layer = useRef<HTMLDivElement>(null);
  const [places, setPlaces] = useState<Record<Edge, Place> | null>(null);
  const dragged = useRef<Passage | null>(null);
  const { id, start, end } = highlight;

  const measure = useCallback(() => {
    const holder = article.current;
    const origin = layer.current?.getBoundingClientRect();
    const rects = holder && domRangeOf(holder, ranges, { start, end })?.getClientRects();
    const first = rects?.[0];
    const last = rects?.[rects.length - 1];
    if (!origin || !first || !last) return;
    setPlaces({
      start: { x: first.left - origin.left, y: first.top - origin.top, height: first.height },
      end: { x: last.right - origin.left, y: last.top - origin.top, height: last.height },
    });
  }, [article, ranges, start, end]);

  useLayoutEffect(() => {
    const holder = article.current;
    if (!holder) return;
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(holder);
    return () => resized.disconnect();
  }, [article, measure]);

  const drag = (edge: Edge) => (event: PointerEvent<HTMLButtonElement>) => {
    const handle = event.currentTarget;
    event.preventDefault();
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
    const fixed = edge === "start" ? end : start;
    const onMoving = ({ clientX, clientY }: globalThis.PointerEvent) => {
      const holder = article.current;
      // The handle itself is under the pointer, and would hide the text from it.
      handle.style.pointerEvents = "none";
      const offset = holder && offsetAtPoint(holder, ranges, clientX, clientY);
      handle.style.pointerEvents = "";
      const passage = offset === null ? null : passageBetween(text, fixed, offset);
      if (!passage) return;
      dragged.current = passage;
      store.setDraft({ id, passage });
    };
    const onUp = () => {
      handle.removeEventListener("pointermove", onMoving);
      handle.removeEventListener("lostpointercapture", onUp);
      const passage = dragged.current;
      dragged.current = null;
      store.setDraft(null);
      if (passage) onMove(passage);
    };
    handle.addEventListener("pointermove", onMoving);
    handle.addEventListener("lostpointercapture", onUp);
  };

  const onKeyDown = (edge: Edge) => (event: KeyboardEvent) => {
    const direction = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    if (!direction) return;
    event.preventDefault();
    const isLine = event.key === "ArrowUp" || event.key === "ArrowDown";
    const unit = event.altKey ? "character" : isLine ? "sentence" : "word";
    const moved = movedEdge(text, ranges, highlight[edge], edge, direction, unit, language);
    const passage = edge === "start" ? { start: moved, end } : { start, end: moved };
    if (passage.start >= passage.end) return;
    onMove(passage);
    announce(text.slice(passage.start, passage.end));
  };

  return (
    <div ref={layer} className={classes.layer}>
      {places &&
        (["start", "end"] as const).map((edge) => (
          <button
            key={edge}
            type="button"
            role="slider"
            data-handle={edge}
            data-label={highlight.label}
            className={classes.handle}
            aria-label={edge === "start" ? "Start of the passage" : "End of the passage"}
            aria-valuemin={0}
            aria-valuemax={text.length}
            aria-valuenow={highlight[edge]}
            aria-valuetext={
              edge === "start" ? text.slice(start, start + 40) : text.slice(Math.max(start, end - 40), end)
            }
            style={{
              transform: `translate(${places[edge].x}px, ${places[edge].y}px)`,
              height: places[edge].height,
            }}
            onPointerDown={drag(edge)}
            onKeyDown={onKeyDown(edge)}
          />
        ))}
    </div>
  );
}
