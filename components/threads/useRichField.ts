/** Loads the rich field when asked, and says when a plain one may give way to it. */
"use client";

import { type ComponentType, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Caret, RichFieldProps } from "./RichField";

type Field = ComponentType<RichFieldProps>;

/** Once it has loaded, fields start as rich ones. */
let loaded: Field | null = null;

type RichState =
  | { state: "plain" }
  | { state: "loading" }
  /** Out of reach: the plain field stays. */
  | { state: "failed" }
  /** `caret` is where the caret goes. */
  | { state: "rich"; Field: Field; caret: Caret };

/**
 * @param startsFocused whether the field takes the focus when it appears
 */
export function useRichField(startsFocused: boolean) {
  const [state, setState] = useState<RichState>(() =>
    loaded ? { state: "rich", Field: loaded, caret: startsFocused ? "end" : null } : { state: "plain" },
  );
  const plain = useRef<HTMLTextAreaElement>(null);
  /** Someone writes with an input method: taking the field away would take half a word with it. */
  const isComposing = useRef(false);

  const adopt = () => {
    const Field = loaded;
    if (!Field || isComposing.current) return;
    const field = plain.current;
    const caret = field !== null && field === document.activeElement ? field.selectionEnd : null;
    // At once: a letter typed between reading the caret and changing the field would land in neither.
    flushSync(() => setState((held) => (held.state === "rich" ? held : { state: "rich", Field, caret })));
  };

  const load = () => {
    if (state.state === "rich" || state.state === "loading") return;
    setState({ state: "loading" });
    import("./RichField").then(
      ({ RichField }) => {
        loaded = RichField;
        adopt();
      },
      () => setState({ state: "failed" }),
    );
  };

  return {
    state,
    load,
    /** For the plain field. */
    plain: {
      ref: plain,
      onCompositionStart: () => {
        isComposing.current = true;
      },
      onCompositionEnd: () => {
        isComposing.current = false;
        adopt();
      },
    },
  };
}
