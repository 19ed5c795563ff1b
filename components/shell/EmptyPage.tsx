/** What a list says while nothing is in it: that it is so, in the article's type, and what to do next. */
import type { ReactNode } from "react";
import classes from "./EmptyPage.module.css";

interface Props {
  /** A short sentence: what isn't there yet. */
  lead: string;
  /** How it comes about, and the buttons that begin it. */
  children: ReactNode;
}

export function EmptyPage({ lead, children }: Props) {
  return (
    <div className={classes.empty}>
      <p className={classes.lead}>{lead}</p>
      {children}
    </div>
  );
}
