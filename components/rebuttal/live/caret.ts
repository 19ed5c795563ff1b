/** How other people's carets and selections look in the text. */
import CollaborationCaret from "@tiptap/extension-collaboration-caret";
import type { Awareness } from "y-protocols/awareness";
import classes from "./caret.module.css";

interface Named {
  name?: unknown;
  color?: unknown;
}

/** The carets of everybody who has the document open, named as the server says they are. */
export function caretsOf(awareness: Awareness, own: { id: string; name: string; color: string }) {
  return CollaborationCaret.configure({
    provider: { awareness },
    user: own,
    render: drawCaret,
    selectionRender: ({ color }: Named) => ({ class: classes.selection ?? "", style: `--person: ${String(color)}` }),
  });
}

function drawCaret({ name, color }: Named): HTMLElement {
  const caret = document.createElement("span");
  caret.className = classes.caret ?? "";
  caret.style.setProperty("--person", String(color));
  // Not part of the text: a screen reader would read the name into the sentence. Who is here is told elsewhere.
  caret.ariaHidden = "true";
  const label = document.createElement("span");
  label.className = classes.name ?? "";
  label.textContent = String(name);
  caret.append(label);
  return caret;
}
