/** One highlight of a report: what it stood on beside where it is now, and the choices that are this person's. */
"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { LabelTag } from "@/components/highlights/LabelTag";
import { Problem } from "@/components/shell/Problem";
import { useSubmission } from "@/components/shell/useSubmission";
import { type Member, may } from "@/lib/access/policies";
import { call } from "@/lib/http/call";
import { highlightAnchor, highlightPlace, reattachPlace, revisionPlace } from "@/lib/places";
import { diffOfWords } from "@/lib/revisions/diff";
import { leaveHighlight, placeHighlight } from "@/lib/revisions/endpoints";
import type { ReportedPassage, ReportItem } from "@/lib/revisions/schema";
import { Parts } from "./DiffParts";
import classes from "./ReportCard.module.css";

interface Props {
  workspaceId: string;
  articleId: string;
  item: ReportItem;
  member: Member;
  /** Null: its revision isn't the current one, and nothing can be chosen. */
  currentId: string | null;
}

export function ReportCard({ workspaceId, articleId, item, member, currentId }: Props) {
  const { highlightId, label, author, noteText, before, beforeIn, now, settledAt } = item;
  const mayChoose = currentId !== null && may(member, "highlight.change", { authorId: author?.id ?? null });
  return (
    <article
      id={`report-${highlightId}`}
      // Focus comes here when the link that was left is gone.
      tabIndex={-1}
      className={classes.card}
      data-open={now.exact === null || undefined}
      aria-label={`Highlight: ${before.exact}`}
    >
      <header className={classes.head}>
        <LabelTag label={label} />
        <span>{author?.name ?? "Former member"}</span>
        {now.exact === null && settledAt !== null && <span className={classes.settled}>Left without a place</span>}
        {now.exact !== null && (item.state === "orphaned" || item.state === "ambiguous") && (
          <span className={classes.settled}>Has a place again</span>
        )}
      </header>
      <div className={classes.sides}>
        <div>
          <h3>
            <Link href={`${revisionPlace(workspaceId, articleId, beforeIn)}#${highlightAnchor(highlightId)}`}>
              In revision {beforeIn}
            </Link>
          </h3>
          <Passage passage={before} />
        </div>
        <div>
          <h3>Now</h3>
          <Now item={item} workspaceId={workspaceId} articleId={articleId} />
        </div>
      </div>
      {noteText !== "" && <p className={classes.note}>{noteText}</p>}
      {mayChoose && now.exact === null && (
        <Choices {...{ workspaceId, articleId, item, revisionId: currentId }} isLeft={settledAt !== null} />
      )}
    </article>
  );
}

/** The words with a little of what stands around them. */
function Passage({ passage: { prefix, exact, suffix } }: { passage: ReportedPassage }) {
  return (
    <p className={classes.words}>
      <span className={classes.around}>{prefix.slice(-60)}</span>
      <mark>{exact}</mark>
      <span className={classes.around}>{suffix.slice(0, 60)}</span>
    </p>
  );
}

function Now({ item, workspaceId, articleId }: Pick<Props, "item" | "workspaceId" | "articleId">) {
  const { highlightId, before, after, now, state } = item;
  if (now.exact === null)
    return (
      <p className={classes.nowhere}>
        {state === "ambiguous" || now.state === "ambiguous" ? "Its place is in doubt." : "Its words are gone."}
      </p>
    );
  if (after && after.exact === now.exact && after.exact === before.exact) return <Passage passage={after} />;
  return (
    <p className={classes.words}>
      <Parts parts={diffOfWords(before.exact, now.exact)} />{" "}
      <Link className={classes.go} href={highlightPlace(workspaceId, articleId, highlightId)}>
        In the room
      </Link>
    </p>
  );
}

interface ChoicesProps {
  workspaceId: string;
  articleId: string;
  item: ReportItem;
  revisionId: string;
  isLeft: boolean;
}

function Choices({ workspaceId, articleId, item, revisionId, isLeft }: ChoicesProps) {
  const router = useRouter();
  const params = { highlightId: item.highlightId };
  const place = useSubmission(async ({ start, end }: ReportedPassage) => {
    await call(placeHighlight, { params, body: { revisionId, start, end } });
    router.refresh();
  });
  const leave = useSubmission(async () => {
    await call(leaveHighlight, { params });
    router.refresh();
  });
  return (
    <div className={classes.choices}>
      {item.candidates.map((candidate) => (
        <div key={candidate.start} className={classes.candidate}>
          <Passage passage={candidate} />
          <Button size="compact-sm" variant="light" loading={place.isRunning} onClick={() => place.submit(candidate)}>
            It belongs here
          </Button>
        </div>
      ))}
      <Problem>{place.problem ?? leave.problem}</Problem>
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          variant={item.candidates.length > 0 ? "subtle" : "light"}
          component={Link}
          href={reattachPlace(workspaceId, articleId, item.highlightId)}
        >
          {item.candidates.length > 0 ? "Select another passage" : "Select a new passage"}
        </Button>
        {!isLeft && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            loading={leave.isRunning}
            onClick={() => leave.submit()}
          >
            Leave it without a place
          </Button>
        )}
      </div>
    </div>
  );
}
