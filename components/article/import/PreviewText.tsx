/** The article as it will read, each block with a way out of it, and restored lines at their place. */
"use client";

import { Button } from "@mantine/core";
import { Fragment, memo, useRef } from "react";
import type { Preview } from "@/lib/article/endpoints";
import { inSourceOrder } from "@/lib/article/review";
import type { Block, SetAside } from "@/lib/article/schema";
import type { BlockView } from "@/lib/highlights/room-store";
import textClasses from "../ArticleText.module.css";
import { BlockElement } from "../BlockElement";
import { BlockText } from "../BlockText";
import classes from "./PreviewText.module.css";
import type { Choices } from "./use-choices";

const unmarked: BlockView = { highlights: [], active: null, selections: [] };
const nobody = new Map();

interface Props {
  preview: Preview;
  choices: Choices;
}

export function PreviewText({ preview, choices }: Props) {
  const { restored, dropped, restore, drop } = choices;
  const section = useRef<HTMLElement>(null);
  const setAsideAgain = (id: string) => {
    restore([id], false);
    // The button goes with its line; the keyboard stays in the text.
    section.current?.focus({ preventScroll: true });
  };
  return (
    <section ref={section} tabIndex={-1} aria-label="The text" className={`${textClasses.text} ${classes.text}`}>
      {inSourceOrder(preview).map((piece) =>
        piece.kind === "block" ? (
          <PreviewBlock key={piece.block.id} block={piece.block} isOut={dropped.has(piece.block.id)} onOut={drop} />
        ) : (
          <Fragment key={piece.line.id}>
            {restored.has(piece.line.id) && (
              <RestoredLine line={piece.line} onAside={() => setAsideAgain(piece.line.id)} />
            )}
          </Fragment>
        ),
      )}
    </section>
  );
}

interface BlockProps {
  block: Block;
  /** Whether the person took it out; it stays visible at its place. */
  isOut: boolean;
  onOut: (id: string, isOut: boolean) => void;
}

const PreviewBlock = memo(function PreviewBlock({ block, isOut, onOut }: BlockProps) {
  const index = Number(block.id.slice(1)) - 1;
  return (
    <div className={classes.block} data-out={isOut || undefined} data-type={block.type}>
      <div className={classes.words}>
        <BlockElement block={block} index={index}>
          <BlockText block={block} start={0} view={unmarked} people={nobody} />
        </BlockElement>
      </div>
      <Button
        className={classes.action}
        variant="subtle"
        size="compact-xs"
        onClick={() => onOut(block.id, !isOut)}
        aria-label={`${isOut ? "Put back" : "Set aside"}: ${beginning(block.text)}`}
      >
        {isOut ? "Put back" : "Set aside"}
      </Button>
    </div>
  );
});

function RestoredLine({ line, onAside }: { line: SetAside; onAside: () => void }) {
  return (
    <div className={classes.block} data-restored>
      <p className={classes.words}>{line.text}</p>
      <Button
        className={classes.action}
        variant="subtle"
        size="compact-xs"
        onClick={onAside}
        aria-label={`Set aside again: ${beginning(line.text)}`}
      >
        Set aside again
      </Button>
    </div>
  );
}

const beginning = (text: string) => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text);
