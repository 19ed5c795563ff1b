/** The shared title: a field for those who write, a heading for those who read. */
"use client";

import { useSyncExternalStore } from "react";
import type * as Y from "yjs";
import classes from "../sheet.module.css";
import { titleOr } from "../status-words";
import { TitleField } from "./TitleField";

interface Props {
  text: Y.Text;
  writes: boolean;
  onLeave: () => void;
}

export function LiveTitle({ text, writes, onLeave }: Props) {
  const words = useSyncExternalStore(
    (onChange) => {
      text.observe(onChange);
      return () => text.unobserve(onChange);
    },
    () => text.toString(),
    () => "",
  );
  if (writes) return <TitleField text={text} onLeave={onLeave} />;
  return (
    <h1 className={words.trim() === "" ? `${classes.title} ${classes.untitled}` : classes.title}>{titleOr(words)}</h1>
  );
}
