/** The discussion of one highlight, one rebuttal or the article as a whole: read it, join it, live. */
"use client";

import { Button, Loader, Text, VisuallyHidden } from "@mantine/core";
import { useMemo, useState, useSyncExternalStore } from "react";
import { ThreadMode } from "@/components/moderation/ThreadMode";
import { AppError } from "@/lib/errors";
import type { CommentBody } from "@/lib/threads/body";
import type { Author, Discussion } from "@/lib/threads/schema";
import { idOf, type Subject } from "@/lib/threads/subject";
import { ActionLink } from "./Actions";
import { CommentTree } from "./CommentTree";
import { Composer } from "./Composer";
import { draftKey, keepDraft } from "./drafts";
import { OutgoingItem } from "./OutgoingItem";
import { type OutgoingComment, useOutbox } from "./outbox";
import classes from "./ThreadPanel.module.css";
import { ThreadContext } from "./thread-context";
import { useArrivals } from "./useArrivals";
import { type EventSource, useDiscussion } from "./useDiscussion";
import { usePosting } from "./usePosting";

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
}: ThreadPanelProps) {
  const outbox = `${me.id}.${articleId}.${subject.kind}.${idOf(subject)}`;
  const discussion = useDiscussion({ articleId, subject }, events, initial);
  const { query, comments, threadId, mode, mayModerate, change, refresh } = discussion;
  const canComment = mayComment && (mode.state === "open" || (mode.state === "locked" && mayModerate));
  const outgoing = useOutbox(outbox);
  const { post, send } = usePosting({ articleId, subject }, outbox, discussion);
  const [isWriting, setWriting] = useState(false);
  const { shown, held, news, showHeld } = useArrivals(query.isSuccess ? comments : null, me.id, isWriting);

  const context = useMemo(
    () => ({ me, people: people.filter(({ id }) => id !== me.id), canComment, mayModerate, outbox, change, refresh }),
    [me, people, canComment, mayModerate, outbox, change, refresh],
  );
  const retry = (comment: OutgoingComment) => void send(comment);
  const outgoingUnder = (parentId: string | null) => outgoing.filter((comment) => comment.parentId === parentId);
  const isEmpty = query.isSuccess && shown.length === 0 && outgoing.length === 0;

  return (
    <ThreadContext value={context}>
      {/* A group, not a region: a page can hold many, and each stands in something that has a name. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div role="group" className={classes.panel} aria-label="Comments">
        {threadId && (
          <ThreadMode threadId={threadId} mode={mode} mayModerate={mayModerate} onChanged={() => void refresh()} />
        )}
        {query.hasNextPage && (
          <Button
            size="compact-sm"
            variant="subtle"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            Show earlier comments
          </Button>
        )}
        {query.isPending && <Loader size="xs" aria-label="Loading the comments" />}
        {query.isError && <Failure error={query.error} onRetry={refresh} />}
        {isEmpty && <Empty subject={subject} canComment={canComment} />}
        {!isEmpty && (
          <ol className={classes.list}>
            {shown.map((comment) => (
              <li key={comment.id}>
                <CommentTree
                  comment={comment}
                  outgoing={outgoingUnder(comment.id)}
                  onPost={(body, parentId) => void post(body, parentId)}
                  onRetry={retry}
                  onWriting={setWriting}
                />
              </li>
            ))}
            {outgoingUnder(null).map((comment) => (
              <li key={comment.id}>
                <OutgoingItem comment={comment} onRetry={retry} />
              </li>
            ))}
          </ol>
        )}
        {canComment && (
          <NewComment
            outbox={outbox}
            people={context.people}
            autoFocus={autoFocus}
            onPost={(body) => void post(body, null)}
            onWriting={setWriting}
          />
        )}
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

const subscribeToNothing = () => () => undefined;

interface NewCommentProps {
  outbox: string;
  people: readonly Author[];
  autoFocus: boolean | undefined;
  onPost: (body: CommentBody) => void;
  onWriting: (isWriting: boolean) => void;
}

function NewComment({ outbox, people, autoFocus, onPost, onWriting }: NewCommentProps) {
  // A posted comment leaves an empty field behind: a new one.
  const [posted, setPosted] = useState(0);
  // The server knows of no draft, and what is typed before hydration would be lost: until then there is only its place.
  const isHydrated = useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
  const key = draftKey(outbox, "new");
  if (!isHydrated) return <div className={classes.place} />;
  return (
    <Composer
      key={posted}
      label="New comment"
      placeholder="Write a comment…"
      submitName="Post"
      draftKey={key}
      people={people}
      autoFocus={autoFocus || posted > 0}
      onSubmit={(body) => {
        keepDraft(key, null);
        setPosted(posted + 1);
        onPost(body);
      }}
      onWriting={onWriting}
    />
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
