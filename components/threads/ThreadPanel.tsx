/** The discussion of one highlight, one rebuttal or the article as a whole: read it, join it, live. */
"use client";

import { Button, Loader, Text, VisuallyHidden } from "@mantine/core";
import { useInViewport } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { ThreadMode } from "@/components/moderation/ThreadMode";
import { useIsAlive } from "@/components/shell/useIsAlive";
import { AppError } from "@/lib/errors";
import type { DiscussionOrder } from "@/lib/threads/place";
import type { Author, Discussion } from "@/lib/threads/schema";
import { idOf, type Subject } from "@/lib/threads/subject";
import { ActionLink } from "./Actions";
import { CommentList } from "./CommentList";
import { NewComment } from "./NewComment";
import { useOutbox } from "./outbox";
import { ThreadBar } from "./ThreadBar";
import classes from "./ThreadPanel.module.css";
import { ThreadContext } from "./thread-context";
import { useArrivals } from "./useArrivals";
import { type EventSource, useDiscussion } from "./useDiscussion";
import { usePosting } from "./usePosting";
import { useReach } from "./useReach";
import { useReading } from "./useReading";
import { useTyping } from "./useTyping";

export interface ThreadPanelProps {
  articleId: string;
  subject: Subject;
  me: Author;
  /** Members of the workspace: who can be mentioned. */
  people: readonly Author[];
  /** Whether the reader's role lets them comment (`comment.create`). */
  canComment: boolean;
  /** Tells when the discussion changed: the handle of the article's or the rebuttal's realtime document. */
  events: EventSource | null;
  /** The newest page, when the server has already read it. */
  initial?: Discussion;
  /** Whether to begin writing at once. */
  autoFocus?: boolean;
  /** The comment to show at once, however far back it is. */
  goTo?: string | null;
}

export function ThreadPanel({
  articleId,
  subject,
  me,
  people,
  canComment: mayComment,
  events,
  initial,
  autoFocus,
  goTo = null,
}: ThreadPanelProps) {
  const outbox = `${me.id}.${articleId}.${subject.kind}.${idOf(subject)}`;
  const isAlive = useIsAlive();
  const [order, setOrder] = useState<DiscussionOrder>("oldest");
  const discussion = useDiscussion({ articleId, subject }, { order, readerId: me.id, events, initial });
  const { query, threadId, state, comments, mode, mayModerate, show, refreshComment, refresh } = discussion;
  const canComment = mayComment && (mode.state === "open" || (mode.state === "locked" && mayModerate));
  const outgoing = useOutbox(outbox);
  const { post, send } = usePosting({ articleId, subject }, outbox, discussion);
  const [isWriting, setWriting] = useState(false);
  const { shown, held, news, showHeld } = useArrivals(query.isSuccess ? comments : null, me.id, isWriting);

  const { ref: end, inViewport } = useInViewport<HTMLDivElement>();
  const { isNew } = useReading(threadId, state, shown, me.id, inViewport);
  const { reach, isMissing } = useReach(goTo, query, shown);
  const { writers, onTyping } = useTyping(events?.awareness ?? null, subject, me.id, mode.state === "open");

  const context = useMemo<ThreadContext>(
    () => ({
      me,
      people: people.filter(({ id }) => id !== me.id),
      canComment,
      mayModerate,
      outbox,
      show,
      refreshComment,
      refresh,
      outgoingUnder: (parentId) => outgoing.filter((comment) => comment.parentId === parentId),
      post: (body, relation) => void post(body, relation),
      retry: (comment) => void send(comment),
      onWriting: setWriting,
      onTyping,
      isNew,
      reach,
    }),
    [
      me,
      people,
      canComment,
      mayModerate,
      outbox,
      show,
      refreshComment,
      refresh,
      outgoing,
      post,
      send,
      isNew,
      reach,
      onTyping,
    ],
  );
  const isEmpty = query.isSuccess && shown.length === 0 && outgoing.length === 0;
  // What others do is fetched too, and takes the place of a page that is on its way: then it is asked for again.
  const fetchMore = async () => {
    const held = query.data?.pages.length ?? 0;
    let after = await query.fetchNextPage({ cancelRefetch: false });
    while (after.isSuccess && after.hasNextPage && after.data.pages.length <= held && !after.isFetchNextPageError)
      after = await query.fetchNextPage({ cancelRefetch: false });
  };
  const more = query.hasNextPage && (
    <Button
      size="compact-sm"
      variant="subtle"
      disabled={!isAlive}
      loading={query.isFetchingNextPage}
      onClick={() => void fetchMore()}
    >
      {order === "oldest" ? "Show earlier comments" : "Show more comments"}
    </Button>
  );

  return (
    <ThreadContext value={context}>
      {/* A group, not a region: a page can hold many, and each stands in something that has a name. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div role="group" className={classes.panel} aria-label="Comments">
        {threadId && (
          <ThreadMode threadId={threadId} mode={mode} mayModerate={mayModerate} onChanged={() => void refresh()} />
        )}
        {threadId && state && (
          <ThreadBar threadId={threadId} state={state} order={order} onOrder={setOrder} onChanged={refresh} />
        )}
        <div role="status">
          {isMissing && (
            <Text size="sm" c="dimmed">
              The comment you look for is no longer there.
            </Text>
          )}
        </div>
        {order === "oldest" && more}
        {query.isPending && <Loader size="xs" aria-label="Loading the comments" />}
        {query.isError && <Failure error={query.error} onRetry={refresh} />}
        {isEmpty && <Empty subject={subject} canComment={canComment} />}
        {!isEmpty && <CommentList comments={shown} />}
        {order !== "oldest" && more}
        <div ref={end} />
        {canComment && <NewComment autoFocus={autoFocus} />}
        {/* It has its line before anybody writes, so that it moves nothing. */}
        <p className={classes.writers}>{writers}</p>
        {/* Below everything, so that it moves nothing when it comes. */}
        {held.length > 0 && (
          <Text size="xs" c="dimmed" component="div">
            {held.length === 1 ? "1 new comment. " : `${held.length} new comments. `}
            <ActionLink onClick={showHeld}>{held.length === 1 ? "Show it" : "Show them"}</ActionLink>
          </Text>
        )}
        <VisuallyHidden role="status">{news}</VisuallyHidden>
      </div>
    </ThreadContext>
  );
}

function Empty({ subject, canComment }: { subject: Subject; canComment: boolean }) {
  const what = { article: "the article", highlight: "this passage", rebuttal: "this rebuttal" }[subject.kind];
  return (
    <Text size="sm" c="dimmed">
      Nobody has said anything about {what} yet.
      {canComment && " Ask, doubt, or add what it leaves out."}
    </Text>
  );
}

function Failure({ error, onRetry }: { error: Error; onRetry: () => Promise<void> }) {
  return (
    <Text size="sm" component="div" role="alert">
      The comments could not be loaded. {error instanceof AppError && error.message}{" "}
      <ActionLink onClick={() => void onRetry()}>Try again</ActionLink>
    </Text>
  );
}
