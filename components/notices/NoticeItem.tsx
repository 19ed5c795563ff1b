/** One notice: what happened, where, the words it is about as they are now, and the way to them. */
"use client";

import { Button } from "@mantine/core";
import { IconArrowBackUp, IconAt, IconGavel, IconMessages, IconSquareCheck, IconUserCog } from "@tabler/icons-react";
import Link from "next/link";
import { DecisionTold, decisionTitle } from "@/components/moderation/DecisionTold";
import { When } from "@/components/shell/When";
import type { Notice } from "@/lib/notices/schema";
import { type Topic, topicOf } from "@/lib/notices/topics";
import { leadsTo, placeInWords, quotedIn, titleOf } from "@/lib/notices/words";
import classes from "./NoticeItem.module.css";

const icons: Record<Topic, typeof IconAt> = {
  mentions: IconAt,
  replies: IconArrowBackUp,
  threads: IconMessages,
  resolutions: IconSquareCheck,
  decisions: IconGavel,
  roles: IconUserCog,
};

interface Props {
  notice: Notice;
  /** Whether it is still new to the reader. */
  isNew: boolean;
  onRead: () => void;
}

export function NoticeItem({ notice, isNew, onRead }: Props) {
  const { workspace, createdAt } = notice;
  const Icon = icons[topicOf[notice.kind]];
  const quoted = quotedIn(notice);
  return (
    <article className={classes.notice} data-new={isNew || undefined}>
      <Icon size={18} stroke={1.6} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <p className={classes.head}>
          <b>{"statement" in notice ? decisionTitle(notice) : <Way notice={notice} onRead={onRead} />}</b>
          <span className={classes.when}>
            {isNew && "new · "}
            <When at={Date.parse(createdAt)} />
          </span>
        </p>
        <p className={classes.where}>{"place" in notice ? placeInWords(notice.place) : workspace.name}</p>
        {quoted !== null && <blockquote className={classes.quote}>{quoted}</blockquote>}
        {"statement" in notice && <DecisionTold notice={notice} />}
        {isNew && !("statement" in notice) && (
          <Button
            size="compact-xs"
            variant="subtle"
            className={classes.read}
            aria-label={`Mark as read: ${titleOf(notice)}`}
            onClick={onRead}
          >
            Mark as read
          </Button>
        )}
      </div>
    </article>
  );
}

/** Following it is reading it. */
function Way({ notice, onRead }: Pick<Props, "notice" | "onRead">) {
  return (
    <Link href={leadsTo(notice)} className={classes.way} onClick={onRead}>
      {titleOf(notice)}
    </Link>
  );
}
