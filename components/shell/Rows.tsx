/** A list of things one can act on: what it is at the left, what can be done at the right. */
import type { ReactNode } from "react";
import classes from "./Rows.module.css";

/** `label` names the list for screen readers. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  /** An avatar or icon before the words. */
  before?: ReactNode;
  title: ReactNode;
  /** A quieter line under the title. */
  detail?: ReactNode;
  /** What can be done with it. */
  children?: ReactNode;
}

export function Row({ before, title, detail, children }: RowProps) {
  return (
    <li className={classes.row}>
      {before}
      <div className={classes.words}>
        <div className={classes.title}>{title}</div>
        {detail && <div className={classes.detail}>{detail}</div>}
      </div>
      {children && <div className={classes.actions}>{children}</div>}
    </li>
  );
}
