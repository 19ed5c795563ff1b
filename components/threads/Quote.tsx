/** What a comment quotes: its source's words as they are there now, with the way to them. */
"use client";

import { commentAnchor } from "@/lib/places";
import type { ShownComment } from "@/lib/threads/schema";
import classes from "./Quote.module.css";
import { useThread } from "./thread-context";

export function Quote({ quote: { id, words } }: { quote: NonNullable<ShownComment["quote"]> }) {
  const { reach } = useThread();
  if (words === null) return <p className={classes.gone}>The comment quoted here is no longer there.</p>;
  return (
    <blockquote className={classes.quote}>
      <a
        href={`#${commentAnchor(id)}`}
        className={classes.source}
        onClick={(event) => {
          event.preventDefault();
          reach(id);
        }}
      >
        {words.author?.name ?? "Someone who left"}
      </a>
      <p>{words.excerpt}</p>
    </blockquote>
  );
}
