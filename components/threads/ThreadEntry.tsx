/** One thread in the list: what it hangs on, who takes part, what was said last; opened, the thread itself. */
"use client";

import { Text, UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import { LabelTag } from "@/components/highlights/LabelTag";
import { People } from "@/components/live/People";
import { When } from "@/components/shell/When";
import { highlightPlace, rebuttalPlace } from "@/lib/places";
import type { ThreadSummary } from "@/lib/threads/schema";
import type { Subject } from "@/lib/threads/subject";
import classes from "./ThreadEntry.module.css";
import { ThreadPanel, type ThreadPanelProps } from "./ThreadPanel";

interface Props {
  thread: ThreadSummary;
  workspaceId: string;
  panel: Omit<ThreadPanelProps, "subject">;
  isOpen: boolean;
  onToggle: () => void;
}

export function ThreadEntry({ thread, workspaceId, panel, isOpen, onToggle }: Props) {
  const { subject, comments, unread, resolved, people, latest } = thread;
  const canComment = panel.canComment && !(subject.kind === "highlight" && !subject.present);
  return (
    <li className={classes.entry}>
      <SubjectLine subject={subject} workspaceId={workspaceId} articleId={panel.articleId} />
      <UnstyledButton className={classes.summary} aria-expanded={isOpen} onClick={onToggle}>
        <IconChevronRight size={16} className={classes.chevron} data-open={isOpen || undefined} aria-hidden />
        <span className={classes.latest}>
          <b>{latest.author?.name ?? "Someone who left"}:</b> {latest.excerpt}
        </span>
        <span className={classes.facts}>
          <People people={people} label="Who takes part" size={20} />
          <span>{comments === 1 ? "1 comment" : `${comments} comments`}</span>
          {unread > 0 && !isOpen && <b className={classes.unread}>{unread} new</b>}
          {resolved && <span>Resolved</span>}
          <When at={Date.parse(latest.at)} />
        </span>
      </UnstyledButton>
      {isOpen && (
        <div className={classes.thread}>
          <ThreadPanel {...panel} canComment={canComment} subject={asSubject(subject)} />
        </div>
      )}
    </li>
  );
}

const asSubject = (subject: ThreadSummary["subject"]): Subject =>
  subject.kind === "article" ? { kind: "article" } : { kind: subject.kind, id: subject.id };

interface SubjectProps {
  subject: ThreadSummary["subject"];
  workspaceId: string;
  articleId: string;
}

function SubjectLine({ subject, workspaceId, articleId }: SubjectProps) {
  switch (subject.kind) {
    case "article":
      return null;
    case "rebuttal":
      return (
        <Link href={rebuttalPlace(workspaceId, articleId, subject.id)} className={classes.title}>
          {subject.title || "A rebuttal without a title"}
        </Link>
      );
    case "highlight":
      return (
        <div className={classes.passage}>
          <LabelTag label={subject.label} />
          {subject.present ? (
            <Link href={highlightPlace(workspaceId, articleId, subject.id)} className={classes.quote}>
              {subject.exact}
            </Link>
          ) : (
            <>
              <span className={classes.quote}>{subject.exact}</span>
              <Text size="xs" c="dimmed">
                This highlight was taken off the article. Its thread can be read, but not continued.
              </Text>
            </>
          )}
        </div>
      );
  }
}
