/** An article's revisions: who made each, when and from what, and what became of the highlights. */
"use client";

import { Badge, Button } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { ConfirmButton } from "@/components/shell/ConfirmButton";
import { toastDone } from "@/components/shell/toast";
import { When } from "@/components/shell/When";
import { call } from "@/lib/http/call";
import { comparePlace, correctPlace, importRevisionPlace, reportPlace, revisionPlace, roomPlace } from "@/lib/places";
import { undoRevision } from "@/lib/revisions/endpoints";
import type { ListedRevision } from "@/lib/revisions/schema";
import classes from "./RevisionList.module.css";
import { countsInWords, sourceInWords } from "./words";

interface Props {
  workspaceId: string;
  articleId: string;
  /** The newest first. */
  revisions: readonly ListedRevision[];
  mayCreate: boolean;
  mayUndo: boolean;
}

export function RevisionList({ workspaceId, articleId, revisions, mayCreate, mayUndo }: Props) {
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>Revisions</h1>
        {mayCreate && (
          <div className={classes.actions}>
            <Button component={Link} href={correctPlace(workspaceId, articleId)}>
              Correct the text
            </Button>
            <Button component={Link} href={importRevisionPlace(workspaceId, articleId)} variant="default">
              Import a new version
            </Button>
          </div>
        )}
      </header>
      <p className={classes.about}>
        A revision is one version of the text. When a new one comes, highlights, notes, discussions and citations move
        along; nothing is deleted, and it can be undone.
      </p>
      <ol className={classes.list} reversed>
        {revisions.map((revision) => (
          <RevisionRow key={revision.id} {...{ workspaceId, articleId, revision, mayUndo }} />
        ))}
      </ol>
    </div>
  );
}

interface RowProps {
  workspaceId: string;
  articleId: string;
  revision: ListedRevision;
  mayUndo: boolean;
}

function RevisionRow({ workspaceId, articleId, revision, mayUndo }: RowProps) {
  const router = useRouter();
  const { number, createdAt, createdBy, source, basedOn, isCurrent, undone, outcome } = revision;
  const undo = async () => {
    await call(undoRevision, { params: { articleId, number } });
    toastDone(`Revision ${basedOn} is current again.`);
    router.refresh();
  };
  return (
    <li className={classes.row} data-current={isCurrent || undefined}>
      <div className={classes.name}>
        <h2>Revision {number}</h2>
        {isCurrent && <Badge variant="light">Current</Badge>}
        {undone && (
          <Badge variant="light" color="gray">
            Undone
          </Badge>
        )}
      </div>
      <p className={classes.origin}>
        {sourceInWords(source, basedOn)} by {createdBy?.name ?? "a former member"}, <When at={Date.parse(createdAt)} />
        {undone && <>. Undone by {undone.by?.name ?? "a former member"}</>}
      </p>
      {outcome && <p className={classes.outcome}>{countsInWords(outcome)}</p>}
      <div className={classes.links}>
        <Link href={isCurrent ? roomPlace(workspaceId, articleId) : revisionPlace(workspaceId, articleId, number)}>
          Read it
        </Link>
        {basedOn !== null && (
          <Link href={comparePlace(workspaceId, articleId, basedOn, number)}>Compare with revision {basedOn}</Link>
        )}
        {outcome && <Link href={reportPlace(workspaceId, articleId, number)}>What became of the highlights</Link>}
        {isCurrent && basedOn !== null && mayUndo && (
          <ConfirmButton
            question={`Go back to revision ${basedOn}?`}
            consequence={`Revision ${basedOn} becomes current again and highlights go back to where they were. Highlights made since are looked for in it and kept. Revision ${number} stays here to be read.`}
            confirm="Undo this revision"
            onConfirm={undo}
            label={`Undo revision ${number}`}
          >
            Undo
          </ConfirmButton>
        )}
      </div>
    </li>
  );
}
