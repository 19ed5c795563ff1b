/** Before a revision is saved: what would change in the text, and what would become of the highlights. */
"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { Problem } from "@/components/shell/Problem";
import { labelNames } from "@/lib/highlights/labels";
import { diffOfBlocks, diffOfMetadata } from "@/lib/revisions/diff";
import type { ForecastItem, RevisionText, StateCounts } from "@/lib/revisions/schema";
import { DiffView } from "./DiffView";
import classes from "./LookStep.module.css";
import { countsInWords, stateNames } from "./words";

export interface Forecast {
  counts: StateCounts;
  affected: ForecastItem[];
  text: Pick<RevisionText, "metadata" | "blocks">;
}

interface Props {
  base: Pick<RevisionText, "number" | "metadata" | "blocks">;
  forecast: Forecast;
  onBack: () => void;
  onSave: () => void;
  isRunning: boolean;
  problem: string | null;
  /** Where one sees what changed meanwhile. */
  revisions: string;
}

export function LookStep({ base, forecast, onBack, onSave, isRunning, problem, revisions }: Props) {
  const { counts, affected, text } = forecast;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={classes.step}>
      <header className={classes.head}>
        <h1 ref={heading} tabIndex={-1}>
          What will change
        </h1>
        <p>Nothing is saved yet. Compared with revision {base.number}; once saved, it can be undone.</p>
      </header>
      <section className={classes.forecast} aria-labelledby="forecast">
        <h2 id="forecast">What will become of the highlights</h2>
        <p>{countsInWords(counts)}</p>
        {affected.length > 0 && (
          <ul>
            {affected.map(({ highlightId, label, state, before, after }) => (
              <li key={highlightId} data-state={state}>
                <span className={classes.state}>
                  {labelNames[label]} · {stateNames[state]}
                </span>
                <q>{before.exact}</q>
                {state === "moved" && after && after.exact !== before.exact && (
                  <>
                    {" "}
                    → <q>{after.exact}</q>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      <DiffView
        view="inline"
        details={diffOfMetadata(base.metadata, text.metadata)}
        rows={diffOfBlocks(base.blocks, text.blocks)}
        language={text.metadata.language}
      />
      <footer className={classes.foot}>
        <Problem>{problem}</Problem>
        {problem !== null && (
          <Link href={revisions} target="_blank">
            The list of revisions, in another tab
          </Link>
        )}
        <div className={classes.actions}>
          <Button variant="default" onClick={onBack}>
            Back to the text
          </Button>
          <Button onClick={onSave} loading={isRunning}>
            Save as a new revision
          </Button>
        </div>
      </footer>
    </div>
  );
}
