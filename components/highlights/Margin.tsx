/** The margin beside the article: each card level with its passage, or as near as its neighbours let it. */
"use client";

import { memo, useRef } from "react";
import { HighlightCard } from "./HighlightCard";
import classes from "./Margin.module.css";
import { type Panel, useHighlightList, useRoom } from "./room-context";
import { useMargin } from "./use-margin";
import type { RoomActions } from "./use-room-actions";

interface Props {
  panel: Panel | null;
  actions: RoomActions;
}

export const Margin = memo(function Margin({ panel, actions }: Props) {
  const { store, article, ranges } = useRoom();
  const column = useRef<HTMLDivElement>(null);
  const list = useHighlightList(store);
  const { cards, height, isCrowded, watchCard } = useMargin(article, column, ranges, list);
  return (
    <div ref={column} className={classes.margin} data-crowded={isCrowded || undefined} style={{ minHeight: height }}>
      {cards.map(({ highlight, top }) => (
        <div
          key={highlight.id}
          ref={watchCard(highlight.id)}
          data-id={highlight.id}
          className={classes.place}
          data-active={highlight.id === list.active || undefined}
          style={{ transform: `translateY(${Math.round(top)}px)` }}
        >
          <HighlightCard
            highlight={highlight}
            isActive={highlight.id === list.active}
            isAnswered={list.facts.answered.has(highlight.id)}
            comments={list.facts.comments.get(highlight.id) ?? 0}
            panel={highlight.id === list.active ? panel : null}
            actions={actions}
          />
        </div>
      ))}
    </div>
  );
});
