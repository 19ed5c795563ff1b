/** The menu that opens at a "/": worked from the keyboard while the caret stays in the text. */
"use client";

import { autoUpdate, flip, offset, shift, useFloating } from "@floating-ui/react";
import { VisuallyHidden } from "@mantine/core";
import type { Editor } from "@tiptap/react";
import { useEffect, useId, useSyncExternalStore } from "react";
import classes from "./SlashMenu.module.css";
import type { SlashMenuStore } from "./slash";

export function SlashMenu({ editor, store }: { editor: Editor; store: SlashMenuStore }) {
  const menu = useSyncExternalStore(store.subscribe, store.get, () => null);
  const id = useId();
  const { refs, floatingStyles } = useFloating({
    placement: "bottom-start",
    strategy: "fixed",
    middleware: [offset(6), flip({ padding: 8 }), shift({ padding: 8 })],
    whileElementsMounted: autoUpdate,
  });
  const rect = menu?.rect;
  const active = menu ? `${id}-${menu.index}` : null;

  useEffect(() => {
    if (rect) refs.setPositionReference({ getBoundingClientRect: () => rect() ?? new DOMRect() });
  }, [rect, refs]);

  // The caret stays in the text, so the text tells which item is meant.
  useEffect(() => {
    const text = editor.view.dom;
    if (!active) return;
    text.setAttribute("aria-controls", id);
    text.setAttribute("aria-activedescendant", active);
    document.getElementById(active)?.scrollIntoView({ block: "nearest" });
    return () => {
      text.removeAttribute("aria-controls");
      text.removeAttribute("aria-activedescendant");
    };
  }, [editor, active, id]);

  return (
    <>
      <VisuallyHidden role="status">
        {menu ? `${menu.items[menu.index]?.name}, ${menu.index + 1} of ${menu.items.length}. Enter inserts it.` : ""}
      </VisuallyHidden>
      {menu && (
        <div
          ref={refs.setFloating}
          style={floatingStyles}
          id={id}
          role="listbox"
          aria-label="Insert"
          className={classes.menu}
        >
          {menu.items.map((item, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the caret stays in the text; see aria-activedescendant
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the text
            <div
              key={item.name}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === menu.index}
              className={classes.item}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => menu.choose(item)}
            >
              <item.Icon size={18} stroke={1.75} aria-hidden />
              <span className={classes.name}>{item.name}</span>
              <span className={classes.hint}>{item.hint}</span>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
