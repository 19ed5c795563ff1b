/** What one was told: decisions about one's own words with their reasons, what became of one's flags and appeals. */
"use client";

import { Text } from "@mantine/core";
import { useEffect } from "react";
import { When } from "@/components/shell/When";
import { call } from "@/lib/http/call";
import { readNotices } from "@/lib/moderation/endpoints";
import { type Measure, memberMeasures, type Notice } from "@/lib/moderation/schema";
import { AppealForm } from "./AppealForm";
import { FixForm } from "./FixForm";
import classes from "./NoticeList.module.css";
import { StatementView } from "./StatementView";
import { measureDone } from "./words";

export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  const hasUnread = notices.some(({ readAt }) => readAt === null);
  useEffect(() => {
    // They stay marked as new for this visit. When this fails, they are only new once more.
    if (hasUnread) call(readNotices).catch(() => undefined);
  }, [hasUnread]);
  if (notices.length === 0)
    return (
      <Text c="dimmed">
        Nothing yet. When moderators decide about something you wrote, or something you flagged, you read it here.
      </Text>
    );
  return (
    <ul className={classes.list} aria-label="Notices">
      {notices.map((notice) => (
        <li key={notice.id} className={classes.notice} data-new={notice.readAt === null || undefined}>
          <p className={classes.head}>
            <b>{titleOf(notice)}</b>
            <span className={classes.where}>
              {notice.workspace.name} · <When at={Date.parse(notice.createdAt)} />
              {notice.readAt === null && " · new"}
            </span>
          </p>
          <Details notice={notice} />
        </li>
      ))}
    </ul>
  );
}

function Details({ notice: { kind, statement, restricted } }: { notice: Notice }) {
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
      <StatementView
        about={isAboutMember(statement.measure) ? "You" : "The comment"}
        statement={statement}
        decidedBy={null}
      />
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

const isAboutMember = (measure: Measure) => memberMeasures.some((each) => each === measure);

const appealWords = {
  pending: "Your appeal waits for somebody to look at it.",
  upheld: "Your appeal was looked at, and the decision stands.",
  overturned: "Your appeal was right. Everything the decision did is undone.",
} as const;

function titleOf({ kind, statement }: Notice): string {
  switch (kind) {
    case "flag_decided":
      return "A comment you flagged was looked at";
    case "appeal_decided":
      return "Your appeal was decided";
    case "member_decided":
      return statement ? `You were ${measureDone[statement.measure]}` : "A decision about you";
    case "content_decided":
      return statement ? `Your comment was ${measureDone[statement.measure]}` : "A decision about your comment";
  }
}
