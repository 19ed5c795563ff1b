/** Words with what was taken out and what was put in. */
import type { DiffPart } from "@/lib/revisions/diff";
import classes from "./DiffParts.module.css";

export function Parts({ parts }: { parts: readonly DiffPart[] }) {
  let at = 0;
  return parts.map(({ kind, text }) => {
    const key = `${kind}${at}`;
    at += text.length;
    if (kind === "removed")
      return (
        <del key={key} className={classes.removed}>
          {text}
        </del>
      );
    if (kind === "added")
      return (
        <ins key={key} className={classes.added}>
          {text}
        </ins>
      );
    return <span key={key}>{text}</span>;
  });
}
