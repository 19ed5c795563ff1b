/** Carries out the room's commands, from a key or from the palette. */
"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { may } from "@/lib/access/policies";
import { labels } from "@/lib/highlights/labels";
import type { Passage } from "@/lib/highlights/order";
import type { RoomDialog } from "./RoomDialogs";
import type { RoomContextValue } from "./room-context";
import type { RoomCommand } from "./room-keys";
import { clearSelection } from "./use-chosen-passage";
import { focusSoon, type RoomActions } from "./use-room-actions";
import { useRoomKeys } from "./use-room-keys";

interface Options {
  context: RoomContextValue;
  actions: RoomActions;
  chosen: Passage | null;
  toolbar: RefObject<HTMLDivElement | null>;
}

interface RoomCommands {
  /** Where the choosing of a passage by keyboard began, as a canonical offset; null while it isn't going on. */
  markingFrom: number | null;
  dialog: RoomDialog | null;
  setDialog(dialog: RoomDialog | null): void;
  /** @returns whether there was something to do */
  run(command: RoomCommand): boolean;
  stopMarking(): void;
}

export function useRoomCommands({ context, actions, chosen, toolbar }: Options): RoomCommands {
  const [markingFrom, setMarkingFrom] = useState<number | null>(null);
  const [dialog, setDialog] = useState<RoomDialog | null>(null);
  const { store, reading, member, writes } = context;
  const stopMarking = useCallback(() => setMarkingFrom(null), []);

  const onActive = (act: (id: string) => void): boolean => {
    const { active } = store.list();
    if (active) act(active);
    return active !== null;
  };
  const onHighlightOrPassage = (kind: "note" | "comment" | "rebut", act: (id: string) => void): boolean => {
    if (!chosen || !writes) return onActive(act);
    stopMarking();
    actions.mark(chosen, { kind });
    return true;
  };
  const mayChange = (action: "highlight.change" | "highlight.delete") => {
    const highlight = store.get(store.list().active ?? "");
    return writes && highlight !== undefined && may(member, action, highlight);
  };

  const act = (command: RoomCommand): boolean => {
    switch (command) {
      case "next":
      case "previous":
        stopMarking();
        clearSelection();
        actions.step(command === "next" ? 1 : -1);
        return true;
      case "mark":
        if (!writes) return false;
        if (chosen) toolbar.current?.querySelector("button")?.focus();
        else setMarkingFrom(store.get(store.list().active ?? "")?.start ?? reading.get().offset);
        return true;
      case "note":
        return onHighlightOrPassage("note", (id) => actions.open(id, "note"));
      case "comment":
        return onHighlightOrPassage("comment", (id) => actions.open(id, "comments"));
      case "rebut":
        return writes && onHighlightOrPassage("rebut", actions.rebut);
      case "adjust":
        return mayChange("highlight.change") && onActive(actions.adjust);
      case "delete":
        return mayChange("highlight.delete") && onActive(actions.remove);
      case "undo":
      case "redo":
        if (writes) actions[command]();
        return writes;
      case "palette":
      case "help":
        setDialog(command);
        return true;
      case "leave":
        if (chosen) clearSelection();
        else {
          focusSoon("#main");
          actions.activate(null);
        }
        stopMarking();
        return true;
    }
  };
  // Handed to parts that draw only when they must, so it stays the same.
  const latest = useRef(act);
  latest.current = act;
  const run = useCallback((command: RoomCommand) => latest.current(command), []);
  useRoomKeys(run);
  useLabelDigits(chosen && writes ? chosen : null, (passage, index) => {
    const label = labels[index];
    if (!label) return;
    stopMarking();
    actions.mark(passage, { kind: "label", label });
  });

  return { markingFrom, dialog, setDialog, run, stopMarking };
}

/** `1` to `7` label what is selected. */
function useLabelDigits(chosen: Passage | null, onLabel: (passage: Passage, index: number) => void): void {
  const latest = useRef(onLabel);
  latest.current = onLabel;
  useEffect(() => {
    if (!chosen) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-7]$/.test(event.key)) return;
      event.preventDefault();
      latest.current(chosen, Number(event.key) - 1);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [chosen]);
}
