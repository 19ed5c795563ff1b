/** The element that a block is, around its words: a heading, a paragraph, a pull quote… */
import type { ReactNode } from "react";
import type { Block } from "@/lib/article/schema";
import classes from "./BlockElement.module.css";

interface Props {
  block: Block;
  index: number;
  /** The block's words. */
  children: ReactNode;
}

export function BlockElement({ block, index, children }: Props) {
  // The element that holds the block's words and nothing else: offsets are counted in it.
  const held = { "data-block": index };

  switch (block.type) {
    case "heading": {
      const Heading = `h${block.level}` as "h2" | "h3" | "h4" | "h5" | "h6";
      return (
        <Heading id={block.id} className={classes.heading} data-level={block.level} {...held}>
          {children}
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p id={block.id} className={classes.paragraph} {...held}>
          {children}
        </p>
      );
    case "quote":
      return (
        <blockquote id={block.id} className={classes.quote}>
          <p {...held}>{children}</p>
        </blockquote>
      );
    case "pull-quote":
      return (
        <div id={block.id} role="note" aria-label="Pull quote, repeats the text" className={classes.pullQuote}>
          <p {...held}>{children}</p>
        </div>
      );
    case "caption":
      return (
        <figure id={block.id} className={classes.caption}>
          <figcaption>
            <span {...held}>{children}</span>
            {block.credit && <span className={classes.credit}>{block.credit}</span>}
          </figcaption>
        </figure>
      );
    case "code":
      return (
        <pre id={block.id} className={classes.code}>
          <code {...held}>{children}</code>
        </pre>
      );
    case "table-row":
      return (
        <p id={block.id} className={classes.row} data-header={block.isHeader || undefined} {...held}>
          {children}
        </p>
      );
    case "list-item":
      return (
        <span id={block.id} {...held}>
          {children}
        </span>
      );
    case "footnote":
      return (
        <>
          <span className={classes.footnoteMark} aria-hidden>
            {block.mark}
          </span>
          <span {...held}>{children}</span>
          <a className={classes.back} href={`#to-${block.id}`} aria-label="Back to the text">
            ↩
          </a>
        </>
      );
  }
}
