/** A page that has nothing to show but a few words and a way on. */
import type { ReactNode } from "react";
import classes from "./Notice.module.css";

export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" className={classes.notice}>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
