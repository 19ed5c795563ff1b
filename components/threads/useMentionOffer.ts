/** Connects the editor's "@" with the offer of people: what is offered, which one is active, and the keys that choose. */
"use client";

import type { SuggestionProps } from "@tiptap/suggestion";
import { useMemo, useRef, useState } from "react";
import type { Author } from "@/lib/threads/schema";
import type { MentionOffer } from "./mention-node";

interface Offer {
  people: readonly Author[];
  active: number;
  rect: () => DOMRect | null;
  onPick: (person: Author) => void;
}

/** The offer that is open, null when none is; and the plugin's half of it. */
export function useMentionOffer(): { open: Offer | null; offer: MentionOffer } {
  const [open, setOpen] = useState<Offer | null>(null);
  // The plugin asks between two renders, when the state of the last one is old.
  const current = useRef<Offer | null>(null);

  const offer = useMemo<MentionOffer>(() => {
    const show = (next: Offer | null) => {
      current.current = next;
      setOpen(next);
    };
    const from = ({ items, clientRect, command }: SuggestionProps<Author, Author>): Offer | null =>
      items.length === 0
        ? null
        : { people: items, active: 0, rect: () => clientRect?.() ?? null, onPick: (person) => command(person) };
    const step = ({ people, active, ...rest }: Offer, by: number): Offer => ({
      ...rest,
      people,
      active: (active + by + people.length) % people.length,
    });
    return () => ({
      onStart: (props) => show(from(props)),
      onUpdate: (props) => show(from(props)),
      onExit: () => show(null),
      onKeyDown: ({ event }) => {
        const shown = current.current;
        if (!shown) return false;
        switch (event.key) {
          case "ArrowDown":
            show(step(shown, 1));
            return true;
          case "ArrowUp":
            show(step(shown, -1));
            return true;
          case "Enter":
          case "Tab": {
            const person = shown.people[shown.active];
            if (!person || event.metaKey || event.ctrlKey || event.shiftKey) return false;
            shown.onPick(person);
            return true;
          }
          case "Escape":
            show(null);
            return true;
          default:
            return false;
        }
      },
    });
  }, []);

  return { open, offer };
}
