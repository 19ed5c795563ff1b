/** The small toolbar over a selected passage: seven labels, a note, a comment, a rebuttal. */
"use client";

import { autoUpdate, flip, inline, offset, shift, useFloating } from "@floating-ui/react";
import { UnstyledButton } from "@mantine/core";
import { IconMessage, IconPencil, IconSwords, type TablerIcon } from "@tabler/icons-react";
import { type KeyboardEvent, type RefObject, useEffect } from "react";
import { domRangeOf } from "@/components/article/dom-offsets";
import { type Label, labelNames, labels } from "@/lib/highlights/labels";
import type { Passage } from "@/lib/highlights/order";
import { LabelIcon } from "./LabelIcon";
import { useRoom } from "./room-context";
import classes from "./SelectionToolbar.module.css";

/** What can be done with a selected passage. */
export type PassageAction =
  | { kind: "label"; label: Label }
  | { kind: "note" }
  | { kind: "comment" }
  | { kind: "rebut" };

interface Props {
  passage: Passage;
  onAct(action: PassageAction): void;
  onLeave(): void;
  toolbar: RefObject<HTMLDivElement | null>;
}

const doings: { action: PassageAction; name: string; key: string; Icon: TablerIcon }[] = [
  { action: { kind: "note" }, name: "Note", key: "n", Icon: IconPencil },
  { action: { kind: "comment" }, name: "Comment", key: "c", Icon: IconMessage },
  { action: { kind: "rebut" }, name: "Rebut", key: "r", Icon: IconSwords },
];

export function SelectionToolbar({ passage, onAct, onLeave, toolbar }: Props) {
  const { article, ranges } = useRoom();
  const { refs, floatingStyles } = useFloating({
    placement: "top",
    // Without a transform, the bar inside can be fixed to the viewport's bottom edge where fingers are used.
    transform: false,
    middleware: [inline(), offset(10), flip({ padding: 72 }), shift({ padding: 8 })],
    whileElementsMounted: autoUpdate,
  });

  useEffect(() => {
    const holder = article.current;
    if (!holder) return;
    refs.setPositionReference({
      contextElement: holder,
      // Found anew each time: a block that is drawn again has other text nodes.
      getBoundingClientRect: () => domRangeOf(holder, ranges, passage)?.getBoundingClientRect() ?? new DOMRect(),
      getClientRects: () => domRangeOf(holder, ranges, passage)?.getClientRects() ?? [],
    });
  }, [article, ranges, passage, refs]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onLeave();
      return;
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...(toolbar.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons.at((at + step) % buttons.length)?.focus();
  };

  return (
    <div ref={refs.setFloating} style={floatingStyles} className={classes.place}>
      <div
        ref={toolbar}
        className={classes.toolbar}
        role="toolbar"
        aria-label="Mark this passage"
        // Pressing a button must not take the selection away.
        onMouseDown={(event) => event.preventDefault()}
        onKeyDown={onKeyDown}
      >
        <div className={classes.labels}>
          {labels.map((label, index) => (
            <UnstyledButton
              key={label}
              className={classes.button}
              data-label={label}
              tabIndex={index === 0 ? 0 : -1}
              aria-keyshortcuts={`${index + 1}`}
              title={`${labelNames[label]} (${index + 1})`}
              onClick={() => onAct({ kind: "label", label })}
            >
              <LabelIcon label={label} size={18} />
              <span>{labelNames[label]}</span>
            </UnstyledButton>
          ))}
        </div>
        <div className={classes.doings}>
          {doings.map(({ action, name, key, Icon }) => (
            <UnstyledButton
              key={name}
              className={classes.button}
              tabIndex={-1}
              aria-keyshortcuts={key}
              aria-label={action.kind === "note" ? "Write a note" : name}
              title={`${name} (${key})`}
              onClick={() => onAct(action)}
            >
              <Icon size={18} stroke={1.75} aria-hidden />
              <span>{action.kind === "note" ? "Write" : name}</span>
            </UnstyledButton>
          ))}
        </div>
      </div>
    </div>
  );
}
