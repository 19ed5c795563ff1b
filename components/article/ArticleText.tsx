/** The article's blocks in their places: paragraphs, lists, footnotes. */
"use client";

import { memo } from "react";
import type { Block } from "@/lib/article/schema";
import type { RoomPerson } from "@/lib/highlights/room-highlight";
import type { RoomStore } from "@/lib/highlights/room-store";
import { ArticleBlock } from "./ArticleBlock";
import classes from "./ArticleText.module.css";
import { type Flow, flowOf, type List } from "./flow";

interface Props {
  blocks: readonly Block[];
  store: RoomStore;
  people: ReadonlyMap<string, RoomPerson>;
  /** BCP 47; the page's own when nobody knows. */
  language?: string;
}

/** Memoised: everything that changes reaches the blocks through the store. */
export const ArticleText = memo(function ArticleText({ blocks, store, people, language }: Props) {
  const draw = (index: number) => {
    const block = blocks[index];
    return block && <ArticleBlock key={block.id} block={block} index={index} store={store} people={people} />;
  };

  const drawList = (list: List) => {
    const Tag = list.ordered ? "ol" : "ul";
    return (
      <Tag key={list.items[0]?.index} className={classes.list}>
        {list.items.map(({ index, lists }) => (
          <li key={index}>
            {draw(index)}
            {lists.map(drawList)}
          </li>
        ))}
      </Tag>
    );
  };

  const drawPart = (part: Flow) => {
    switch (part.type) {
      case "block":
        return draw(part.index);
      case "list":
        return drawList(part.list);
      case "footnotes":
        return (
          <ul key={`notes${part.indexes[0]}`} className={classes.footnotes} aria-label="Footnotes">
            {part.indexes.map((index) => (
              <li key={index} id={blocks[index]?.id}>
                {draw(index)}
              </li>
            ))}
          </ul>
        );
    }
  };

  return (
    <div className={classes.text} lang={language}>
      {flowOf(blocks).map(drawPart)}
    </div>
  );
});
