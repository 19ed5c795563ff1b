/** One comment as its reader may see it, with what its author can do: change it, delete it, take that back. */
"use client";

import { Anchor, Text } from "@mantine/core";
import Link from "next/link";
import { memo, useEffect, useRef, useState } from "react";
import { FlagAction } from "@/components/moderation/FlagAction";
import { commentAnchor, noticesPlace } from "@/lib/places";
import type { CommentBody as Body } from "@/lib/threads/body";
import type { CommentView, ShownComment, Tombstone } from "@/lib/threads/schema";
import { ActionLink, Actions } from "./Actions";
import { CommentBody } from "./CommentBody";
import { CommentFrame } from "./CommentFrame";
import { Composer } from "./Composer";
import { draftKey } from "./drafts";
import { type Part, selectedIn } from "./part";
import { Quote } from "./Quote";
import { Reactions } from "./Reactions";
import { useThread } from "./thread-context";
import { useOwnComment } from "./useOwnComment";
import { useReaction } from "./useReaction";
import { Versions } from "./Versions";

interface Props {
  comment: CommentView;
  /** Begins a reply to it; without it there is no replying. */
  onReply?: () => void;
  /** Begins one that quotes it: the part of its words that is selected, or all of them. */
  onQuote?: (part: Part | null) => void;
}

/** Drawn anew only when it changes: a long thread has thousands. */
export const CommentItem = memo(function CommentItem({ comment, onReply, onQuote }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { kind } = comment;
  const lastKind = useRef(kind);
  useEffect(() => {
    if (lastKind.current === kind) return;
    lastKind.current = kind;
    // The button that was pressed went with what stood here; whoever pressed it goes on from what stands here now.
    if (document.activeElement === document.body) place.current?.querySelector("button")?.focus();
  }, [kind]);
  return (
    <div ref={place}>
      {kind === "comment" ? (
        <Shown comment={comment} onReply={onReply} onQuote={onQuote} />
      ) : (
        <Gone comment={comment} />
      )}
    </div>
  );
});

function Shown({ comment, onReply, onQuote }: Omit<Props, "comment"> & { comment: ShownComment }) {
  const { me, people, canComment, mayModerate, outbox, refreshComment, refresh, isNew } = useThread();
  const [isEditing, setEditing] = useState(false);
  const [isReacting, setReacting] = useState(false);
  const [showsVersions, setShowsVersions] = useState(false);
  const react = useReaction(comment.id);
  const frame = useRef<HTMLElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const { edit, remove } = useOwnComment(comment);
  const isOwn = canComment && comment.author?.id === me.id;

  const close = () => {
    setEditing(false);
    edit.reset();
    frame.current?.focus();
  };

  return (
    <CommentFrame
      ref={frame}
      id={commentAnchor(comment.id)}
      onShowVersions={() => setShowsVersions(true)}
      author={comment.author}
      at={Date.parse(comment.createdAt)}
      isNew={isNew(comment)}
      editedAt={comment.editedAt === null ? null : Date.parse(comment.editedAt)}
    >
      {isEditing ? (
        <Composer
          label="Change your comment"
          placeholder=""
          submitName="Save"
          draftKey={draftKey(outbox, `edit-${comment.id}`)}
          initial={comment.body}
          people={people}
          autoFocus
          isBusy={edit.isPending}
          error={edit.reason}
          onSubmit={(body: Body) => edit.save(body, close)}
          onCancel={close}
        />
      ) : (
        <>
          {comment.answers && (
            <Text size="xs" c="dimmed">
              In reply to {comment.answers.author?.name ?? "a comment that is gone"}
            </Text>
          )}
          {comment.quote && <Quote quote={comment.quote} />}
          <CommentBody ref={words} body={comment.body} meId={me.id} />
          {comment.pending && (
            <Text size="xs" c="dimmed" fs="italic">
              Only you see this. It waits for a moderator.
            </Text>
          )}
          <Reactions
            reactions={comment.reactions}
            offersAll={isReacting}
            onReact={canComment && !comment.pending ? react : undefined}
          />
          <Actions>
            {onReply && <ActionLink onClick={onReply}>Reply</ActionLink>}
            {onQuote && !comment.pending && (
              <ActionLink keepsSelection onClick={() => onQuote(words.current && selectedIn(words.current))}>
                Quote
              </ActionLink>
            )}
            {canComment && !comment.pending && (
              <ActionLink onClick={() => setReacting(!isReacting)}>{isReacting ? "Done" : "React"}</ActionLink>
            )}
            {isOwn && <ActionLink onClick={() => setEditing(true)}>Edit</ActionLink>}
            {isOwn && <ActionLink onClick={remove}>Delete</ActionLink>}
            {comment.author?.id !== me.id && (
              <FlagAction
                target={{ kind: "comment", id: comment.id }}
                author={comment.author?.name ?? "someone who left"}
                flag={comment.flag}
                mayModerate={mayModerate}
                onChanged={() => void refreshComment(comment.id).catch(refresh)}
              />
            )}
          </Actions>
        </>
      )}
      {showsVersions && <Versions commentId={comment.id} meId={me.id} onClose={() => setShowsVersions(false)} />}
    </CommentFrame>
  );
}

function Gone({ comment }: { comment: Tombstone }) {
  const { restore } = useOwnComment(comment);
  if (comment.cause === "moderation") return <TakenDown isOwn={comment.own} />;
  const canRestore = comment.restorableUntil !== null;
  return (
    <Text size="sm" c="dimmed" fs="italic" component="div">
      {canRestore ? "You deleted this comment. " : "A comment stood here."}
      {canRestore && <ActionLink onClick={restore}>Undo</ActionLink>}
    </Text>
  );
}

function TakenDown({ isOwn }: { isOwn: boolean }) {
  return (
    <Text size="sm" c="dimmed" fs="italic" component="div">
      {isOwn ? "Moderation took your comment down. " : "A comment stood here. Moderation took it down."}
      {isOwn && (
        <Anchor component={Link} href={noticesPlace} inherit>
          Read why
        </Anchor>
      )}
    </Text>
  );
}
