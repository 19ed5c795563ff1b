/** What one was told of a decision: about one's own words or oneself, with its reasons; what became of one's flags and appeals. */
"use client";

import { Text } from "@mantine/core";
import type { DecisionNotice } from "@/lib/moderation/schema";
import { AppealForm } from "./AppealForm";
import classes from "./DecisionTold.module.css";
import { FixForm } from "./FixForm";
import { StatementView } from "./StatementView";
import { measureDone } from "./words";

export function DecisionTold({ notice: { kind, about, statement, restricted } }: { notice: DecisionNotice }) {
  if (kind === "flag_decided")
    return (
      <Text size="sm">
        {restricted
          ? "The moderators agreed and took it down. Thank you for looking out."
          : "The moderators found that it can stay. You can read the workspace’s rules for why."}
      </Text>
    );
  if (!statement) return null;
  const { content, appeal, mayAppeal, appealUntil, fixableCommentId } = statement;
  return (
    <>
      {content !== null && (
        <blockquote className={classes.words} aria-label="Your words">
          {content}
        </blockquote>
      )}
      <StatementView about={about === null ? "You" : `The ${about}`} statement={statement} decidedBy={null} />
      {appeal && (
        <div className={classes.appeal}>
          <Text size="sm" fw={600}>
            {appealWords[appeal.status]}
          </Text>
          <Text size="sm" className={classes.text}>
            You wrote: {appeal.text}
          </Text>
          {appeal.reply !== null && (
            <Text size="sm" className={classes.text}>
              The reply: {appeal.reply}
            </Text>
          )}
        </div>
      )}
      {fixableCommentId !== null && content !== null && <FixForm commentId={fixableCommentId} words={content} />}
      {mayAppeal && appealUntil && <AppealForm decisionId={statement.id} until={appealUntil} />}
    </>
  );
}

const appealWords = {
  pending: "Your appeal waits for somebody to look at it.",
  upheld: "Your appeal was looked at, and the decision stands.",
  overturned: "Your appeal was right. Everything the decision did is undone.",
} as const;

/** What was decided, in a line. */
export function decisionTitle({ kind, about, statement }: DecisionNotice): string {
  const what = about ?? "comment";
  switch (kind) {
    case "flag_decided":
      return `A ${what} you flagged was looked at`;
    case "appeal_decided":
      return "Your appeal was decided";
    case "member_decided":
      return statement ? `You were ${measureDone[statement.measure]}` : "A decision about you";
    case "content_decided":
      return statement ? `Your ${what} was ${measureDone[statement.measure]}` : `A decision about your ${what}`;
  }
}
