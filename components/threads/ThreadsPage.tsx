/** All threads of an article: on the whole, on passages, on rebuttals; each is read and answered in place. */
"use client";

import { Container, Text, Title } from "@mantine/core";
import Link from "next/link";
import { type ReactNode, useId, useState } from "react";
import { threadsPlace } from "@/lib/places";
import type { Author, Discussion, ThreadFilter, ThreadPage } from "@/lib/threads/schema";
import { NewActivity } from "./NewActivity";
import { ThreadEntry } from "./ThreadEntry";
import { ThreadFilters } from "./ThreadFilters";
import { ThreadPanel } from "./ThreadPanel";
import classes from "./ThreadsPage.module.css";
import { useAddressedComment } from "./useAddressedComment";
import { useArticleEvents } from "./useArticleEvents";

interface Props {
  workspaceId: string;
  articleId: string;
  filter: ThreadFilter;
  page: ThreadPage;
  /** The thread that the address leads to; null for none. */
  openId: string | null;
  /** Whether it is the page with the newest activity. */
  isFirstPage: boolean;
  /** The discussion of the article as a whole. */
  whole: Discussion;
  me: Author;
  people: readonly Author[];
  canComment: boolean;
}

export function ThreadsPage(props: Props) {
  const { workspaceId, articleId, filter, page, openId, isFirstPage, whole, me, people, canComment } = props;
  const events = useArticleEvents(articleId, me.id);
  const [openThreads, setOpenThreads] = useState<ReadonlySet<string>>(new Set(openId === null ? [] : [openId]));
  const addressed = useAddressedComment();
  const goToIn = (threadId: string | null) => (threadId !== null && threadId === openId ? addressed : null);
  const panel = { articleId, me, people, canComment, events };
  const toggle = (threadId: string) =>
    setOpenThreads((open) =>
      open.has(threadId) ? new Set([...open].filter((id) => id !== threadId)) : new Set([...open, threadId]),
    );

  const entriesOn = (kind: "highlight" | "rebuttal") =>
    page.threads
      .filter(({ subject }) => subject.kind === kind)
      .map((thread) => (
        <ThreadEntry
          key={thread.id}
          thread={thread}
          workspaceId={workspaceId}
          panel={{ ...panel, goTo: goToIn(thread.id) }}
          isOpen={openThreads.has(thread.id)}
          onToggle={() => toggle(thread.id)}
        />
      ));
  const showsAll = filter === "all" && isFirstPage;
  const showsWhole = showsAll || page.threads.some(({ subject }) => subject.kind === "article");

  return (
    <Container component="main" id="main" size="sm" className={classes.page}>
      <header className={classes.header}>
        <Title order={1}>Threads</Title>
        <ThreadFilters workspaceId={workspaceId} articleId={articleId} filter={filter} />
      </header>
      {showsWhole && (
        <Group name="The article as a whole">
          <ThreadPanel subject={{ kind: "article" }} initial={whole} {...panel} goTo={goToIn(whole.threadId)} />
        </Group>
      )}
      <Entries name="On passages" none={showsAll && "Select words in the article to start a thread on them."}>
        {entriesOn("highlight")}
      </Entries>
      <Entries name="On rebuttals" none={showsAll && "Nobody has commented on a rebuttal yet."}>
        {entriesOn("rebuttal")}
      </Entries>
      {page.threads.length === 0 && filter !== "all" && <Text c="dimmed">{noneOf[filter]}</Text>}
      {page.next && (
        <Link className={classes.more} href={threadsPlace(workspaceId, articleId, { show: filter, before: page.next })}>
          Threads that have been quiet for longer
        </Link>
      )}
      <NewActivity articleId={articleId} events={events} openThreads={openThreads} />
    </Container>
  );
}

const noneOf = {
  mine: "You haven’t written in any thread of this article yet.",
  mentions: "Nobody has mentioned you in this article yet.",
  followed: "You follow no thread of this article. You follow those that you write in, and can follow others.",
} as const;

function Entries({ name, none, children }: { name: string; none: string | false; children: ReactNode[] }) {
  if (children.length === 0 && none === false) return null;
  return (
    <Group name={name}>
      {children.length > 0 ? (
        <ul className={classes.entries}>{children}</ul>
      ) : (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      )}
    </Group>
  );
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.group} aria-labelledby={id}>
      <Title order={2} id={id} className={classes.heading}>
        {name}
      </Title>
      {children}
    </section>
  );
}
