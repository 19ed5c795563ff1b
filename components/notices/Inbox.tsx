/** The inbox: what one was told, newest first; each leads to what it is about, and is read by going there or by saying so. */
"use client";

import { Anchor, Button, Group, Text } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { EmptyPage } from "@/components/shell/EmptyPage";
import { Problem } from "@/components/shell/Problem";
import { useUnread } from "@/components/shell/useUnread";
import { accountPlace } from "@/lib/places";
import classes from "./Inbox.module.css";
import { NoticeItem } from "./NoticeItem";
import { type NoticePage, useInbox } from "./useInbox";

export function Inbox({ page }: { page: NoticePage }) {
  const router = useRouter();
  const { notices, isNew, read, readAll, older, hasNews } = useInbox(page);
  const unread = useUnread(page.unread);
  if (notices.length === 0)
    return (
      <EmptyPage lead="Nothing yet.">
        <Text>
          When somebody mentions you or replies to you, when a thread you follow goes on, and when moderators decide
          about something you wrote or flagged, you read it here.
        </Text>
        <Preferences />
      </EmptyPage>
    );
  return (
    <>
      <Group justify="space-between">
        <Preferences />
        {unread > 0 && (
          <Button size="compact-sm" variant="default" onClick={readAll}>
            Mark all as read
          </Button>
        )}
      </Group>
      {/* It has its place before it comes, so that it moves nothing. */}
      <div className={classes.news}>
        {hasNews && (
          <Button size="compact-sm" variant="light" onClick={() => router.refresh()}>
            Show what came meanwhile
          </Button>
        )}
      </div>
      <ul className={classes.list} aria-label="Notices">
        {notices.map((notice) => (
          <li key={notice.id}>
            <NoticeItem notice={notice} isNew={isNew(notice)} onRead={() => read(notice)} />
          </li>
        ))}
      </ul>
      <Problem>{older.problem}</Problem>
      {older.isThere && (
        <Button variant="subtle" loading={older.isRunning} onClick={() => older.submit()}>
          Show older notices
        </Button>
      )}
    </>
  );
}

function Preferences() {
  return (
    <Anchor component={Link} href={accountPlace("notices")} size="sm">
      Choose what you hear of
    </Anchor>
  );
}
