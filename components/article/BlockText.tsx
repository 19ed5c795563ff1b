/** A block's words with their inline marks and the highlights over them: a pure function of its props. */
import type { CSSProperties, ReactNode } from "react";
import { type InlineNode, inlineTree } from "@/lib/article/inline-tree";
import type { Block } from "@/lib/article/schema";
import { labelNames } from "@/lib/highlights/labels";
import type { LiveSelection, RoomHighlight, RoomPerson } from "@/lib/highlights/room-highlight";
import type { BlockView } from "@/lib/highlights/room-store";
import { lanesOf, type Segment, segmentsOf } from "@/lib/highlights/segments";
import { highlightAnchor } from "@/lib/places";
import classes from "./BlockText.module.css";

/** Lanes whose lines stand apart; the one below shares the last one's depth. */
const deepestLine = 2;
/**
 * Lanes that are drawn. Where more highlights lie over one another, nobody could tell them apart, and drawing all of
 * thousands would cost a person's every click; they are in the menu of a click there, and in the margin.
 */
const drawnLanes = 4;

interface Props {
  block: Block;
  /** Where its text starts in the canonical text, in code units. */
  start: number;
  view: BlockView;
  people: ReadonlyMap<string, RoomPerson>;
}

type Span = { start: number; end: number } & (
  | { kind: "highlight"; highlight: RoomHighlight; lane: number }
  | { kind: "selection"; selection: LiveSelection }
);

export function BlockText({ block, start: blockStart, view, people }: Props) {
  const lanes = lanesOf(view.highlights);
  const spans: Span[] = [
    ...view.highlights.flatMap((highlight, index): Span[] => {
      const lane = lanes[index] ?? 0;
      if (lane >= drawnLanes && highlight.id !== view.active) return [];
      const { start, end } = highlight;
      return [{ kind: "highlight", start, end, highlight, lane: Math.min(lane, deepestLine) }];
    }),
    ...view.selections.map((selection): Span => {
      return { kind: "selection", start: selection.start, end: selection.end, selection };
    }),
  ];

  const drawText = (from: number, to: number): ReactNode =>
    segmentsOf(blockStart + from, blockStart + to, spans).map((segment) => (
      <Piece
        key={segment.start}
        segment={segment}
        text={block.text.slice(segment.start - blockStart, segment.end - blockStart)}
        active={view.active}
        people={people}
      />
    ));

  const draw = (nodes: readonly InlineNode[]): ReactNode =>
    nodes.map((node) =>
      node.type === "text" ? (
        drawText(node.start, node.end)
      ) : (
        <Inline key={`${node.mark.type}${node.start}`} node={node}>
          {draw(node.children)}
        </Inline>
      ),
    );

  return draw(inlineTree(block.text.length, block.marks));
}

function Inline({ node, children }: { node: Extract<InlineNode, { type: "marked" }>; children: ReactNode }) {
  const { mark } = node;
  switch (mark.type) {
    case "emphasis":
      return <em>{children}</em>;
    case "strong":
      return <strong>{children}</strong>;
    case "code":
      return <code className={classes.code}>{children}</code>;
    case "link":
      return (
        <a className={classes.link} href={mark.href} rel="noopener noreferrer nofollow" target="_blank">
          {children}
        </a>
      );
    case "footnote":
      return (
        <a className={classes.reference} href={`#${mark.block}`} id={`to-${mark.block}`} aria-label="Footnote">
          {children}
        </a>
      );
  }
}

interface PieceProps {
  segment: Segment<Span>;
  text: string;
  active: string | null;
  people: ReadonlyMap<string, RoomPerson>;
}

/** One piece of text inside as many marks as lie over it. */
function Piece({ segment, text, active, people }: PieceProps): ReactNode {
  let drawn: ReactNode = text;
  for (const span of segment.spans.toReversed()) {
    if (span.kind === "selection") {
      drawn = (
        <span className={classes.selection} style={{ "--person": span.selection.person.color } as CSSProperties}>
          {drawn}
        </span>
      );
      continue;
    }
    const { id, label, authorId, start, end } = span.highlight;
    const author = authorId === null ? undefined : people.get(authorId)?.name;
    drawn = (
      <mark
        className={classes.mark}
        id={start === segment.start ? highlightAnchor(id) : undefined}
        data-id={id}
        data-label={label}
        data-lane={span.lane}
        data-active={id === active || undefined}
        // Read out by screen readers and never part of the text: see the style sheet.
        data-opens={start === segment.start ? `${labelNames[label]}${author ? ` by ${author}` : ""}: ` : undefined}
        data-closes={end === segment.end ? ` end of ${labelNames[label].toLowerCase()} ` : undefined}
      >
        {drawn}
      </mark>
    );
  }
  return drawn;
}
