/** The room's keys: what each does, in words for the help and the palette, and how a key press is read. */

export const roomKeys = [
  { command: "next", keys: ["j"], words: "Next highlight" },
  { command: "previous", keys: ["k"], words: "Previous highlight" },
  { command: "mark", keys: ["h"], words: "Choose a passage by keyboard, or label what is selected" },
  { command: "note", keys: ["n"], words: "Write a note on the highlight or selection" },
  { command: "comment", keys: ["c"], words: "Comment on the highlight or selection" },
  { command: "rebut", keys: ["r"], words: "Rebut the highlight or selection" },
  { command: "adjust", keys: ["e"], words: "Adjust the highlight's edges" },
  { command: "delete", keys: ["Delete"], words: "Delete the highlight" },
  { command: "undo", keys: ["Mod", "z"], words: "Undo your last change to highlights" },
  { command: "redo", keys: ["Mod", "Shift", "z"], words: "Redo it" },
  { command: "palette", keys: ["Mod", "k"], words: "Command palette" },
  { command: "help", keys: ["?"], words: "These keys" },
  { command: "leave", keys: ["Escape"], words: "Let go of the highlight" },
] as const;

export type RoomCommand = (typeof roomKeys)[number]["command"];

interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** The command that a key press asks for; null for every other. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): RoomCommand | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) {
    switch (key.toLowerCase()) {
      case "z":
        return shiftKey ? "redo" : "undo";
      case "y":
        return "redo";
      case "k":
        return shiftKey ? null : "palette";
      default:
        return null;
    }
  }
  return roomKeys.find(({ keys }) => keys.length === 1 && keys[0] === key)?.command ?? null;
}
