/** A rebuttal as it was last stored: what one reads at once, without JavaScript, and until the editor takes over. */
"use client";

import type { Rebuttal } from "@/lib/rebuttal/endpoints";
import { BodyView } from "./BodyView";
import classes from "./sheet.module.css";
import { titleOr } from "./status-words";
import { Toolbar } from "./Toolbar";

interface Props {
  rebuttal: Rebuttal;
  /** The editor is on its way: its toolbar already has its place. */
  writes: boolean;
}

export function StaticSheet({ rebuttal: { title, body, text }, writes }: Props) {
  const isBlank = text === "" && !body?.content?.some(({ type }) => type === "citation");
  return (
    <>
      <h1 className={title.trim() === "" ? `${classes.title} ${classes.untitled}` : classes.title}>{titleOr(title)}</h1>
      {writes && <Toolbar disabled />}
      {isBlank && !writes ? (
        <p className={classes.nothing}>Nothing is written yet.</p>
      ) : (
        <BodyView body={body} writes={writes} />
      )}
    </>
  );
}
