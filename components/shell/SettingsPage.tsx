/** A page of settings: a title, and sections with their explanation beside them. */
import type { ReactNode } from "react";
import classes from "./SettingsPage.module.css";

export function SettingsPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" className={classes.page}>
      <h1 className={classes.title}>{title}</h1>
      {children}
    </main>
  );
}

interface SectionProps {
  /** For links to the section, and to name it. */
  id: string;
  title: string;
  /** One or two sentences under the title. */
  about?: ReactNode;
  children: ReactNode;
}

export function SettingsSection({ id, title, about, children }: SectionProps) {
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div>
        <h2 id={id} className={classes.heading}>
          {title}
        </h2>
        {about && <p className={classes.about}>{about}</p>}
      </div>
      <div className={classes.content}>{children}</div>
    </section>
  );
}
