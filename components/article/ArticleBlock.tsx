/** One block of the article, drawn again only when something over it changes. */
"use client";

import { memo, useCallback, useSyncExternalStore } from "react";
import type { Block } from "@/lib/article/schema";
import type { RoomPerson } from "@/lib/highlights/room-highlight";
import type { RoomStore } from "@/lib/highlights/room-store";
import { BlockElement } from "./BlockElement";
import { BlockText } from "./BlockText";

interface Props {
  block: Block;
  index: number;
  store: RoomStore;
  people: ReadonlyMap<string, RoomPerson>;
}

export const ArticleBlock = memo(function ArticleBlock({ block, index, store, people }: Props) {
  const subscribe = useCallback((onChange: () => void) => store.subscribeBlock(index, onChange), [store, index]);
  const view = useSyncExternalStore(
    subscribe,
    () => store.block(index),
    () => store.block(index),
  );
  return (
    <BlockElement block={block} index={index}>
      <BlockText block={block} start={store.ranges[index]?.start ?? 0} view={view} people={people} />
    </BlockElement>
  );
});
