/** The command palette: everything the room can do, and every highlight, found by typing. */
"use client";

import { Kbd, Modal, TextInput } from "@mantine/core";
import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { labelNames } from "@/lib/highlights/labels";
import { LabelIcon } from "./LabelIcon";
import classes from "./Palette.module.css";
import { useHighlightList, useRoom } from "./room-context";
import { type RoomCommand, roomKeys } from "./room-keys";

interface Props {
  onRun(command: RoomCommand): void;
  onGoTo(highlightId: string): void;
  onLeave(): void;
}

interface Entry {
  id: string;
  words: string;
  hint: React.ReactNode;
  icon?: React.ReactNode;
  choose(): void;
}

const mostHighlights = 30;

export function Palette({ onRun, onGoTo, onLeave }: Props) {
  const { store, text, people } = useRoom();
  const { shown } = useHighlightList(store);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const listId = useId();

  const entries = useMemo(() => {
    const wanted = query.trim().toLowerCase();
    const fits = (words: string) => words.toLowerCase().includes(wanted);
    const commands = roomKeys
      .filter(({ command, words }) => command !== "palette" && command !== "leave" && fits(words))
      .map(
        ({ command, keys, words }): Entry => ({
          id: command,
          words,
          hint: <Kbd size="xs">{keys.join(" ")}</Kbd>,
          choose: () => onRun(command),
        }),
      );
    if (wanted === "") return commands;
    const highlights = shown
      .filter(({ start, end, label }) => fits(`${labelNames[label]} ${text.slice(start, end)}`))
      .slice(0, mostHighlights)
      .map(
        ({ id, label, start, end, authorId }): Entry => ({
          id,
          words: text.slice(start, Math.min(end, start + 160)),
          hint: people.get(authorId ?? "")?.name,
          icon: <LabelIcon label={label} />,
          choose: () => onGoTo(id),
        }),
      );
    return [...commands, ...highlights];
  }, [query, shown, text, people, onRun, onGoTo]);

  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    onLeave();
    entry.choose();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((now) => (now + step + entries.length) % Math.max(1, entries.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(entries[at]);
    }
  };

  return (
    <Modal
      opened
      onClose={onLeave}
      withCloseButton={false}
      size="lg"
      padding="xs"
      title={null}
      attributes={{ content: { "aria-label": "Commands" } }}
      returnFocus
    >
      <TextInput
        data-autofocus
        placeholder="A command, or words of a highlight"
        aria-label="A command, or words of a highlight"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={entries[at] && `${listId}-${at}`}
        value={query}
        onChange={({ currentTarget }) => {
          setQuery(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {entries.length === 0 && <p className={classes.none}>Nothing fits. Try fewer words.</p>}
      <div role="listbox" id={listId} aria-label="Commands and highlights" className={classes.list}>
        {entries.map((entry, index) => (
          // The input keeps the focus and hears the keys; an option is for pointers.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={entry.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes.entry}
            ref={index === at ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined}
            onClick={() => choose(entry)}
            onPointerMove={() => setAt(index)}
          >
            {entry.icon}
            <span className={classes.words}>{entry.words}</span>
            <span className={classes.hint}>{entry.hint}</span>
          </div>
        ))}
      </div>
    </Modal>
  );
}
