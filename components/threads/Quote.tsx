/** What a comment quotes: its source's words as they are there now, with the way to them. */
import { commentAnchor } from "@/lib/places";
import type { ShownComment } from "@/lib/threads/schema";
import classes from "./Quote.module.css";

export function Quote({ quote: { id, words } }: { quote: NonNullable<ShownComment["quote"]> }) {
  if (words === null) return <p className={classes.gone}>The comment quoted here is no longer there.</p>;
  return (
    <blockquote className={classes.quote}>
      <a href={`#${commentAnchor(id)}`} className={classes.source}>
        {words.author?.name ?? "Someone who left"}
      </a>
      <p>{words.excerpt}</p>
    </blockquote>
  );
}
