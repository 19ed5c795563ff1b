/** The people one may mean, offered at the caret after "@". */
"use client";

import { autoUpdate, flip, offset, shift, useFloating } from "@floating-ui/react";
import { Portal, UnstyledButton } from "@mantine/core";
import { useLayoutEffect } from "react";
import { PersonAvatar } from "@/components/shell/PersonAvatar";
import type { Author } from "@/lib/threads/schema";
import classes from "./MentionOffer.module.css";

interface Props {
  people: readonly Author[];
  /** The place in `people` of the one that Enter takes. */
  active: number;
  listId: string;
  /** Where the caret is. */
  rect: () => DOMRect | null;
  onPick: (person: Author) => void;
}

export const optionId = (listId: string, personId: string) => `${listId}-${personId}`;

export function MentionOffer({ people, active, listId, rect, onPick }: Props) {
  const { refs, floatingStyles, update } = useFloating({
    placement: "bottom-start",
    strategy: "fixed",
    middleware: [offset(6), flip(), shift({ padding: 8 })],
    whileElementsMounted: autoUpdate,
  });
  useLayoutEffect(() => {
    refs.setPositionReference({ getBoundingClientRect: () => rect() ?? new DOMRect() });
    update();
  }, [refs, rect, update]);

  return (
    // In the page's main part, not behind it: everything on a page belongs to one of its parts.
    <Portal target="#main">
      <div ref={refs.setFloating} style={floatingStyles} className={classes.offer}>
        {/* The text keeps the focus, handles the keys and names the active option. */}
        <div id={listId} role="listbox" aria-label="People to mention" tabIndex={-1}>
          {people.map((person, index) => (
            <UnstyledButton
              key={person.id}
              id={optionId(listId, person.id)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={classes.person}
              // Keeps the focus in the text.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(person)}
            >
              <PersonAvatar person={person} size={22} />
              {person.name}
            </UnstyledButton>
          ))}
        </div>
      </div>
    </Portal>
  );
}
