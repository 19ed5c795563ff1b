/** The report of a revision: each highlight that was not simply in place, what it stood on, where it is now, what to decide. */
"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Member } from "@/lib/access/policies";
import { comparePlace, revisionsPlace, roomPlace } from "@/lib/places";
import { countsOf } from "@/lib/revisions/counts";
import type { ReportItem } from "@/lib/revisions/schema";
import { ReportCard } from "./ReportCard";
import classes from "./ReportScreen.module.css";
import { useReadingPlace } from "./use-reading-place";
import { countsInWords, stateExplained, stateNames } from "./words";

interface Props {
  workspaceId: string;
  articleId: string;
  /** The revision's number. */
  number: number;
  items: readonly ReportItem[];
  member: Member;
  /** The revision's id while it is the current one: then places can be chosen. */
  currentId: string | null;
}

/** More of those that are simply in place aren't listed. */
const mostInPlace = 50;
const sections = ["ambiguous", "orphaned", "moved", "anchored"] as const;

export function ReportScreen({ workspaceId, articleId, number, items, member, currentId }: Props) {
  const keepPlace = useReadingPlace(items);
  const counts = countsOf(items.map(({ state }) => ({ state, count: 1 })));
  const open = items.filter(isOpen).length;
  const from = items[0]?.beforeIn ?? Math.max(1, number - 1);
  return (
    <div className={classes.page} onClickCapture={keepPlace}>
      <header className={classes.head}>
        <h1>What became of the highlights</h1>
        <p>
          When revision {number} came. {countsInWords(counts)}.
        </p>
        <p role="status" className={classes.open}>
          {open === 0 ? "Nothing is left to decide." : `${open} to decide.`}
        </p>
        <div className={classes.links}>
          <Button component={Link} href={roomPlace(workspaceId, articleId)} variant="light" size="compact-sm">
            Open the room
          </Button>
          <Link href={comparePlace(workspaceId, articleId, from, number)}>What changed in the text</Link>
          <Link href={revisionsPlace(workspaceId, articleId)}>All revisions</Link>
        </div>
        {currentId === null && (
          <p className={classes.old}>Another revision is current by now; places are chosen in its report.</p>
        )}
      </header>
      {sections.map((state) => {
        const those = items.filter((item) => item.state === state);
        const listed = state === "anchored" ? those.slice(0, mostInPlace) : those;
        if (those.length === 0) return null;
        return (
          <section key={state} className={classes.section} aria-labelledby={`state-${state}`}>
            <h2 id={`state-${state}`}>
              {stateNames[state]} <span className={classes.count}>{those.length}</span>
            </h2>
            <p className={classes.about}>{stateExplained[state]}</p>
            <Folded isFolded={state === "anchored"} name={`Show ${those.length}`}>
              {listed.map((item) => (
                <ReportCard key={item.highlightId} {...{ workspaceId, articleId, item, member, currentId }} />
              ))}
              {listed.length < those.length && (
                <p className={classes.about}>And {those.length - listed.length} more, in place.</p>
              )}
            </Folded>
          </section>
        );
      })}
      {items.length === 0 && <p className={classes.about}>There were no highlights when this revision came.</p>}
    </div>
  );
}

/** What needs no look is there when asked for. */
function Folded({ isFolded, name, children }: { isFolded: boolean; name: string; children: ReactNode }) {
  if (!isFolded) return children;
  return (
    <details>
      <summary className={classes.show}>{name}</summary>
      {children}
    </details>
  );
}

/** Whether somebody still has to say where it belongs. */
function isOpen({ now, settledAt }: ReportItem): boolean {
  return now.exact === null && settledAt === null;
}
