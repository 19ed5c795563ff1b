/** The room's dialogs, loaded when one is first opened. */
"use client";

import { later } from "@/components/shell/later";
import type { RoomCommand } from "./room-keys";

const Palette = later(() => import("./Palette").then((module) => module.Palette));
const KeysHelp = later(() => import("./KeysHelp").then((module) => module.KeysHelp));

export type RoomDialog = "palette" | "help";

interface Props {
  dialog: RoomDialog | null;
  onLeave(): void;
  onRun(command: RoomCommand): void;
  onGoTo(highlightId: string): void;
}

export function RoomDialogs({ dialog, onLeave, onRun, onGoTo }: Props) {
  switch (dialog) {
    case "palette":
      return <Palette onLeave={onLeave} onRun={onRun} onGoTo={onGoTo} />;
    case "help":
      return <KeysHelp onLeave={onLeave} />;
    case null:
      return null;
  }
}
