/** One item at the desk: the words in question among those around them, who flagged and why, what is known of the author. */
import { Text } from "@mantine/core";
import Link from "next/link";
import { When } from "@/components/shell/When";
import { CommentBody } from "@/components/threads/CommentBody";
import { momentInWords } from "@/lib/dates";
import type { Review } from "@/lib/moderation/schema";
import { memberRecordPlace, threadsPlace } from "@/lib/places";
import { Detections } from "./Detections";
import classes from "./ReviewItem.module.css";
import { SharedWords } from "./SharedWords";
import { StatementView } from "./StatementView";
import { kindNames, reasonNames, stateNames } from "./words";

export function ReviewItem({ review, workspaceId, meId }: { review: Review; workspaceId: string; meId: string }) {
  const { target, place, around, flagList, decisions, contentState, editedAt } = review;
  const what = kindNames[review.kind];
  const name = review.author?.name ?? "Someone who left";
  return (
    <article className={classes.item} aria-label={`${what} by ${name}`}>
      <header className={classes.place}>
        <Link href={threadsPlace(workspaceId, place.articleId)}>{place.articleTitle}</Link>
        {place.on && <blockquote className={classes.passage}>{place.on}</blockquote>}
      </header>
      {target.kind !== "comment" && (
        <section className={classes.section} aria-label={what}>
          <p className={classes.byline}>
            <b>{what}</b>{" "}
            <span className={classes.quiet}>{review.authors.map((author) => author.name).join(", ")}</span>
            <span className={classes.state}>{stateNames[contentState]}</span>
          </p>
          <SharedWords target={target} />
        </section>
      )}
      <ol className={classes.thread} aria-label="The thread around it" hidden={around.length === 0}>
        {around.map(({ id, author, text, createdAt, isTarget }) => (
          <li key={id} className={classes.comment} data-target={isTarget || undefined}>
            <p className={classes.byline}>
              <b>{author?.name ?? "Someone who left"}</b> <When at={Date.parse(createdAt)} className={classes.quiet} />
              {isTarget && <span className={classes.state}>{stateNames[contentState]}</span>}
              {isTarget && editedAt && (
                <span className={classes.quiet}>
                  edited <When at={Date.parse(editedAt)} />
                </span>
              )}
            </p>
            {isTarget && target.kind === "comment" ? (
              <CommentBody body={target.body} meId={meId} />
            ) : (
              <p className={classes.words}>{text}</p>
            )}
          </li>
        ))}
      </ol>
      <Detections review={review} />
      <section className={classes.section} aria-label="Flags">
        <h2 className={classes.heading}>{flagsInWords(flagList.length)}</h2>
        {flagList.length > 0 && (
          <ul className={classes.flags}>
            {flagList.map((flag) => (
              <li key={flag.id} data-withdrawn={flag.withdrawn || undefined}>
                <b>{reasonNames[flag.reason]}</b> {flag.by?.name ?? "Someone who left"},{" "}
                <When at={Date.parse(flag.createdAt)} className={classes.quiet} />
                {flag.withdrawn && " (taken back)"}
                {flag.words && <p className={classes.words}>{flag.words}</p>}
              </li>
            ))}
          </ul>
        )}
      </section>
      <History review={review} workspaceId={workspaceId} name={name} />
      {decisions.length > 0 && (
        <section className={classes.section} aria-label="Earlier decisions">
          <h2 className={classes.heading}>Decisions about it</h2>
          {decisions.map(({ appeal, decidedBy, ...statement }) => (
            <div key={statement.id} className={classes.decision}>
              <StatementView about={`The ${review.kind}`} statement={statement} decidedBy={decidedBy?.name ?? null} />
              {appeal && (
                <div className={classes.appeal}>
                  <p className={classes.byline}>
                    <b>{appeal.author?.name ?? "Its author"} appealed</b>{" "}
                    <When at={Date.parse(appeal.createdAt)} className={classes.quiet} />
                  </p>
                  <p className={classes.words}>{appeal.text}</p>
                  {appeal.reply !== null && (
                    <>
                      <p className={classes.byline}>
                        <b>{appeal.status === "overturned" ? "Overturned" : "Upheld"}</b>
                      </p>
                      <p className={classes.words}>{appeal.reply}</p>
                    </>
                  )}
                </div>
              )}
            </div>
          ))}
        </section>
      )}
    </article>
  );
}

interface HistoryProps {
  review: Review;
  workspaceId: string;
  name: string;
}

function History({ review: { history, author }, workspaceId, name }: HistoryProps) {
  const { comments, restricted, overturned, memberSince, broughtInBy } = history;
  return (
    <section className={classes.section} aria-label="The author here">
      <h2 className={classes.heading}>
        {author ? <Link href={memberRecordPlace(workspaceId, author.id)}>{name}</Link> : name} here
      </h2>
      <Text size="sm">
        {memberSince ? `Member since ${momentInWords(Date.parse(memberSince))}.` : "No member any more."}{" "}
        {comments === 1 ? "1 comment" : `${comments} comments`}, {restricted} restricted
        {overturned > 0 && `, ${overturned} overturned on appeal`}.
        {broughtInBy.length > 0 && ` Brought in by ${broughtInBy.map((person) => person.name).join(", who came by ")}.`}
      </Text>
    </section>
  );
}

function flagsInWords(count: number): string {
  if (count === 0) return "Nobody flagged it";
  return count === 1 ? "1 flag" : `${count} flags`;
}
