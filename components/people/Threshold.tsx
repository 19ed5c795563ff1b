/** The quiet page before one is inside: signing in, setting up, joining. */
import type { ReactNode } from "react";
import { Wordmark } from "@/components/shell/Wordmark";
import { Specimen } from "./Specimen";
import classes from "./Threshold.module.css";

interface Props {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  children?: ReactNode;
}

export function Threshold({ title, lead, children }: Props) {
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <Wordmark />
      </header>
      <main id="main" className={classes.column}>
        <h1 className={classes.title}>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
        {children}
      </main>
      <Specimen />
    </div>
  );
}
