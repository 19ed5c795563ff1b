/** How a rebuttal came to where it stands: who moved it, when. */
"use client";

import { When } from "@/components/shell/When";
import type { RebuttalStatus } from "@/lib/access/policies";
import type { Rebuttal } from "@/lib/rebuttal/endpoints";
import classes from "./History.module.css";

/** What reaching a status is called, told of the one who did it. */
function deed({ from, to }: { from: RebuttalStatus; to: RebuttalStatus }): string {
  switch (to) {
    case "draft":
      return from === "withdrawn" ? "Reopened" : "Returned to draft";
    case "in_review":
      return "Submitted for review";
    case "published":
      return "Published";
    case "withdrawn":
      return "Withdrawn";
  }
}

export function History({ rebuttal: { history, createdBy, createdAt } }: { rebuttal: Rebuttal }) {
  return (
    <section className={classes.history} aria-labelledby="history">
      <h2 id="history" className={classes.heading}>
        History
      </h2>
      <ol>
        {history.map((change) => (
          <li key={change.at}>
            {deed(change)} by {change.by?.name ?? "someone who left"}, <When at={Date.parse(change.at)} />
          </li>
        ))}
        <li>
          Started by {createdBy?.name ?? "someone who left"}, <When at={Date.parse(createdAt)} />
        </li>
      </ol>
    </section>
  );
}
