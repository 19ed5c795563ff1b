/** A decision's statement of reasons, as its author and the moderators read it. */

import { When } from "@/components/shell/When";
import { momentInWords } from "@/lib/dates";
import type { Statement } from "@/lib/moderation/schema";
import classes from "./StatementView.module.css";
import { measureDone, reasonNames, scopeOf, standingWords } from "./words";

interface Props {
  /** Whom or what it is about, as the reader would say: "You", "The comment", a name. */
  about: string;
  statement: Statement;
  /** Who decided, for those who may know; null for others. */
  decidedBy: string | null;
}

export function StatementView({ about, statement, decidedBy }: Props) {
  const { measure, at, reason, ground, groundWords, facts, source, automatedDecision, automatedDetection } = statement;
  const { until, appealUntil } = statement;
  const standing = standingWords[statement.standing];
  const rows = [
    ["Decided", <When key="at" at={Date.parse(at)} />],
    decidedBy !== null && ["By", decidedBy],
    appealUntil !== null && ["What it means", scopeOf[measure]],
    until !== null && ["Until", momentInWords(Date.parse(until))],
    reason && ["Reason", reasonNames[reason]],
    ground && [ground === "rule" ? "Rule" : "Law", groundWords],
    facts !== "" && ["Facts", facts],
    ["It came up", sourceWords(source, automatedDetection)],
    ["Automation", automationWords(automatedDetection, automatedDecision)],
  ].filter((row) => Array.isArray(row));
  return (
    <section className={classes.statement} aria-label={`Decision: ${measureDone[measure]}`}>
      <p className={classes.outcome}>
        {about} {about === "You" ? "were" : "was"} {measureDone[measure]}. {standing}
      </p>
      <dl className={classes.rows}>
        {rows.map(([name, words]) => (
          <div key={String(name)} className={classes.row}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function sourceWords(source: Statement["source"], automatedDetection: boolean): string {
  if (source === "notice") return "because members flagged it";
  return automatedDetection ? "because it was found automatically" : "because a moderator saw it";
}

function automationWords(detection: boolean, decision: boolean): string {
  if (decision) return "It was decided automatically. A moderator looks at it next.";
  return detection ? "It was found automatically; a person decided." : "None: people found it, and a person decided.";
}
