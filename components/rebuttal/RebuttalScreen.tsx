/** One rebuttal: the passages it answers beside its text, where it stands, and who writes it. */
"use client";

import { IconArrowLeft } from "@tabler/icons-react";
import Link from "next/link";
import { useCallback, useEffect, useMemo, useState } from "react";
import { FlagAction } from "@/components/moderation/FlagAction";
import { Actions as Links } from "@/components/threads/Actions";
import { ThreadPanel } from "@/components/threads/ThreadPanel";
import { isAtLeast, type Member, may, type Role } from "@/lib/access/policies";
import type { DocumentHandle, SaveStatus } from "@/lib/collab/client/handle";
import { highlightPlace, rebuttalsPlace } from "@/lib/places";
import type { Passage, Rebuttal, RebuttalPerson } from "@/lib/rebuttal/endpoints";
import { movesFor } from "@/lib/rebuttal/status";
import { Actions } from "./Actions";
import { AnswerList } from "./AnswerList";
import { Contributors } from "./Contributors";
import { Covered } from "./Covered";
import { History } from "./History";
import { PassagesProvider } from "./passages";
import { usePassageList, useRebuttal, useRefreshPassages, useRefreshRebuttal } from "./queries";
import classes from "./RebuttalScreen.module.css";
import { StaticSheet } from "./StaticSheet";
import { StatusBadge } from "./StatusBadge";
import { useLiveSheet } from "./useLiveSheet";

interface Props {
  workspaceId: string;
  member: Member;
  person: RebuttalPerson;
  rebuttal: Rebuttal;
  passages: Passage[];
  /** Members of the workspace, by name. */
  people: (RebuttalPerson & { role: Role })[];
}

export function RebuttalScreen({ workspaceId, member, person, rebuttal: initial, passages, people }: Props) {
  const { data: rebuttal } = useRebuttal(initial);
  const { data: all } = usePassageList(initial.articleId, passages);
  const refresh = useRefreshRebuttal(initial.id);
  const refreshPassages = useRefreshPassages(initial.articleId);
  const [saveStatus, setSaveStatus] = useState<SaveStatus>({ state: "connecting" });
  const [handle, setHandle] = useState<DocumentHandle | null>(null);
  const LiveSheet = useLiveSheet();

  useEffect(
    () =>
      handle?.onEvent((event) => {
        if (event.type === "missed" || (event.type === "rebuttal.changed" && event.rebuttalId === initial.id))
          refresh();
      }),
    [handle, initial.id, refresh],
  );

  const { articleId, status, contributors, createdBy, version } = rebuttal;
  const facts = {
    status,
    contributorIds: contributors.map(({ id }) => id),
    authorId: createdBy?.id ?? null,
    wasSubmitted: version > 0,
  };
  const writes = may(member, "rebuttal.write", facts) && !rebuttal.cover;
  const placeOf = useCallback(
    (highlightId: string) => highlightPlace(workspaceId, articleId, highlightId),
    [workspaceId, articleId],
  );
  const subject = useMemo(() => ({ kind: "rebuttal", id: initial.id }) as const, [initial.id]);
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
              candidates={people.filter(({ role }) => isAtLeast(role, "annotator"))}
              manages={may(member, "rebuttal.manage-contributors", facts) && !rebuttal.cover}
            />
            <Actions
              rebuttal={rebuttal}
              moves={rebuttal.cover ? [] : movesFor(member, facts)}
              mayDelete={may(member, "rebuttal.delete", facts) && !rebuttal.cover}
              waitFor={reasonToWait(saveStatus)}
              listPlace={listPlace}
            />
          </div>
        </div>
        <div className={classes.columns}>
          <aside className={classes.side} aria-label="What it answers">
            <AnswerList rebuttal={rebuttal} writes={writes} onPick={refreshPassages} />
            <History rebuttal={rebuttal} />
          </aside>
          <article className={classes.sheet}>
            {initial.cover ? (
              <Covered cover={initial.cover} />
            ) : LiveSheet ? (
              <LiveSheet
                rebuttal={rebuttal}
                person={person}
                mayWrite={writes}
                stored={stored}
                onStatus={setSaveStatus}
                onConnected={refresh}
                onOpened={setHandle}
                onPick={refreshPassages}
              />
            ) : (
              stored
            )}
            {!rebuttal.cover && (
              <Links>
                <FlagAction
                  target={subject}
                  flag={facts.contributorIds.includes(person.id) ? "spent" : "none"}
                  mayModerate={may(member, "moderation.work")}
                />
              </Links>
            )}
            <section className={classes.discussion} aria-labelledby="discussion">
              <h2 id="discussion">Discussion</h2>
              <ThreadPanel
                articleId={articleId}
                subject={subject}
                me={person}
                people={people}
                canComment={may(member, "comment.create") && !rebuttal.cover}
                events={handle}
              />
            </section>
          </article>
        </div>
      </div>
    </PassagesProvider>
  );
}

/** A decision is about the text that everybody sees, so one's own last words have to be there first. */
function reasonToWait(status: SaveStatus): string | null {
  switch (status.state) {
    case "saving":
      return "Wait until your last changes are saved";
    case "offline":
      return status.kept + status.unkept > 0
        ? "You are offline, and your last changes are not on the server yet"
        : "You are offline";
    case "refused":
    case "ended":
      return "Your last change was refused: see above the text";
    case "connecting":
    case "saved":
      return null;
  }
}
