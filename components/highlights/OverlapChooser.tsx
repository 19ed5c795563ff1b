/** Where several highlights lie over the clicked word: a small menu of them. */
"use client";

import { Menu } from "@mantine/core";
import { labelNames } from "@/lib/highlights/labels";
import type { RoomHighlight } from "@/lib/highlights/room-highlight";
import { LabelIcon } from "./LabelIcon";
import classes from "./OverlapChooser.module.css";
import { useRoom } from "./room-context";

export interface Choice {
  /** Viewport coordinates of the click. */
  x: number;
  y: number;
  highlights: readonly RoomHighlight[];
}

interface Props {
  choice: Choice;
  onChoose(id: string): void;
  onLeave(): void;
}

export function OverlapChooser({ choice, onChoose, onLeave }: Props) {
  const { people, text } = useRoom();
  return (
    <Menu opened onClose={onLeave} position="bottom-start" width={300} trapFocus returnFocus={false}>
      <Menu.Target>
        <span className={classes.point} style={{ left: choice.x, top: choice.y }} aria-hidden />
      </Menu.Target>
      <Menu.Dropdown aria-label="Highlights here">
        <Menu.Label>Several highlights here</Menu.Label>
        {choice.highlights.map(({ id, label, authorId, start, end }) => (
          <Menu.Item key={id} leftSection={<LabelIcon label={label} />} onClick={() => onChoose(id)}>
            <span className={classes.who}>
              {labelNames[label]} by {people.get(authorId ?? "")?.name ?? "a former member"}
            </span>
            <span className={classes.words}>{text.slice(start, Math.min(end, start + 120))}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
