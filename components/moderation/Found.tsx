/** What was found in a text, marked among the words around it. */
import { piecesOf, type Range } from "@/lib/moderation/guard/pieces";
import classes from "./Found.module.css";

export function Found({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  return (
    <p className={classes.text}>
      {piecesOf(text, ranges).map(({ start, text: words, isFound }) =>
        isFound ? (
          <mark key={start} className={classes.found}>
            {words}
          </mark>
        ) : (
          <span key={start}>{words}</span>
        ),
      )}
    </p>
  );
}
