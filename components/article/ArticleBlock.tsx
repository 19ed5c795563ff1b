/** One block of the article, drawn again only when something over it changes. */
"use client";

import { memo, useCallback, useSyncExternalStore } from "react";
import type { Block } from "@/lib/article/schema";
import type { RoomPerson } from "@/lib/highlights/room-highlight";
import type { RoomStore } from "@/lib/highlights/room-store";
import classes from "./ArticleBlock.module.css";
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
  const words = <BlockText block={block} start={store.ranges[index]?.start ?? 0} view={view} people={people} />;
  // The element that holds the block's words and nothing else: offsets are counted in it.
  const held = { "data-block": index };

  switch (block.type) {
    case "heading": {
      const Heading = `h${block.level}` as "h2" | "h3" | "h4" | "h5" | "h6";
      return (
        <Heading id={block.id} className={classes.heading} data-level={block.level} {...held}>
          {words}
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p id={block.id} className={classes.paragraph} {...held}>
          {words}
        </p>
      );
    case "quote":
      return (
        <blockquote id={block.id} className={classes.quote}>
          <p {...held}>{words}</p>
        </blockquote>
      );
    case "pull-quote":
      return (
        <div id={block.id} role="note" aria-label="Pull quote, repeats the text" className={classes.pullQuote}>
          <p {...held}>{words}</p>
        </div>
      );
    case "caption":
      return (
        <figure id={block.id} className={classes.caption}>
          <figcaption>
            <span {...held}>{words}</span>
            {block.credit && <span className={classes.credit}>{block.credit}</span>}
          </figcaption>
        </figure>
      );
    case "code":
      return (
        <pre id={block.id} className={classes.code}>
          <code {...held}>{words}</code>
        </pre>
      );
    case "list-item":
      return (
        <span id={block.id} {...held}>
          {words}
        </span>
      );
    case "footnote":
      return (
        <>
          <span className={classes.footnoteMark} aria-hidden>
            {block.mark}
          </span>
          <span {...held}>{words}</span>
          <a className={classes.back} href={`#to-${block.id}`} aria-label="Back to the text">
            ↩
          </a>
        </>
      );
  }
});
