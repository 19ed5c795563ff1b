/** One rebuttal: the passages it answers beside its text, where it stands, and who writes it. */
"use client";

import { IconArrowLeft } from "@tabler/icons-react";
import Link from "next/link";
import { useCallback } from "react";
import { type Member, may } from "@/lib/access/policies";
import { highlightPlace, rebuttalsPlace } from "@/lib/places";
import type { Passage, Rebuttal, RebuttalPerson } from "@/lib/rebuttal/endpoints";
import { movesFor } from "@/lib/rebuttal/status";
import { Actions } from "./Actions";
import { AnswerList } from "./AnswerList";
import { Contributors } from "./Contributors";
import { History } from "./History";
import { PassagesProvider } from "./passages";
import { usePassageList, useRebuttal, useRefreshPassages } from "./queries";
import classes from "./RebuttalScreen.module.css";
import { StaticSheet } from "./StaticSheet";
import { StatusBadge } from "./StatusBadge";

interface Props {
  workspaceId: string;
  member: Member;
  person: RebuttalPerson;
  rebuttal: Rebuttal;
  passages: Passage[];
  /** Members of the workspace who may write rebuttals. */
  writers: RebuttalPerson[];
}

export function RebuttalScreen({ workspaceId, member, rebuttal: initial, passages, writers }: Props) {
  const { data: rebuttal } = useRebuttal(initial);
  const { data: all } = usePassageList(initial.articleId, passages);
  const refreshPassages = useRefreshPassages(initial.articleId);

  const { articleId, status, contributors, createdBy, version } = rebuttal;
  const facts = {
    status,
    contributorIds: contributors.map(({ id }) => id),
    authorId: createdBy?.id ?? null,
    wasSubmitted: version > 0,
  };
  const writes = may(member, "rebuttal.write", facts);
  const placeOf = useCallback(
    (highlightId: string) => highlightPlace(workspaceId, articleId, highlightId),
    [workspaceId, articleId],
  );
  const listPlace = rebuttalsPlace(workspaceId, articleId);
  const stored = <StaticSheet rebuttal={rebuttal} writes={writes} />;

  return (
    <PassagesProvider value={{ all, placeOf }}>
      <div className={classes.screen}>
        <div className={classes.bar}>
          <Link href={listPlace} className={classes.back}>
            <IconArrowLeft size={16} aria-label="Back to all" />
            <span className={classes.backWord}>Rebuttals</span>
          </Link>
          <StatusBadge status={status} />
          <div className={classes.actions}>
            <Contributors
              rebuttal={rebuttal}
              candidates={writers}
              manages={may(member, "rebuttal.manage-contributors", facts)}
            />
            <Actions
              rebuttal={rebuttal}
              moves={movesFor(member, facts)}
              mayDelete={may(member, "rebuttal.delete", facts)}
              waitFor={null}
              listPlace={listPlace}
            />
          </div>
        </div>
        <div className={classes.columns}>
          <aside className={classes.side} aria-label="What it answers">
            <AnswerList rebuttal={rebuttal} writes={writes} onPick={refreshPassages} />
            <History rebuttal={rebuttal} />
          </aside>
          <article className={classes.sheet}>{stored}</article>
        </div>
      </div>
    </PassagesProvider>
  );
}
