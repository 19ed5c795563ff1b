/** A top-level comment with its replies, and the place to write another. */
"use client";

import { useRef, useState } from "react";
import type { CommentBody } from "@/lib/threads/body";
import type { Author, CommentView, TopComment } from "@/lib/threads/schema";
import { CommentItem } from "./CommentItem";
import classes from "./CommentTree.module.css";
import { Composer } from "./Composer";
import { draftKey, keepDraft } from "./drafts";
import { OutgoingItem } from "./OutgoingItem";
import type { OutgoingComment } from "./outbox";
import { useThread } from "./thread-context";

interface Props {
  comment: TopComment;
  /** Replies to it that the server doesn't have yet. */
  outgoing: readonly OutgoingComment[];
  onPost: (body: CommentBody, parentId: string) => void;
  onRetry: (comment: OutgoingComment) => void;
  onWriting: (isWriting: boolean) => void;
}

export function CommentTree({ comment, outgoing, onPost, onRetry, onWriting }: Props) {
  const { canComment, me, people, outbox } = useThread();
  // Whom the reply that is being written answers.
  const [answered, setAnswered] = useState<CommentView | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const replyTo = canComment ? (view: CommentView) => () => setAnswered(view) : () => undefined;
  const key = draftKey(outbox, `reply-${comment.id}`);

  const close = () => {
    setAnswered(null);
    onWriting(false);
    list.current?.focus();
  };

  return (
    <div ref={list} tabIndex={-1} className={classes.tree}>
      <CommentItem comment={comment} onReply={replyTo(comment)} />
      {(comment.replies.length > 0 || outgoing.length > 0 || answered) && (
        <ul className={classes.replies} aria-label="Replies">
          {comment.replies.map((reply) => (
            <li key={reply.id}>
              <CommentItem comment={reply} onReply={replyTo(reply)} />
            </li>
          ))}
          {outgoing.map((reply) => (
            <li key={reply.id}>
              <OutgoingItem comment={reply} onRetry={onRetry} />
            </li>
          ))}
          {answered && (
            <li>
              <Composer
                key={answered.id}
                label={`Reply to ${authorOf(answered)?.name ?? "this comment"}`}
                placeholder="Write a reply…"
                submitName="Reply"
                draftKey={key}
                initial={callOut(answered, comment, me)}
                people={people}
                autoFocus
                onSubmit={(body) => {
                  keepDraft(key, null);
                  onPost(body, comment.id);
                  close();
                }}
                onCancel={close}
                onWriting={onWriting}
              />
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

const authorOf = (comment: CommentView): Author | null => (comment.kind === "comment" ? comment.author : null);

/** Replies stand in one row, so an answer to one of them begins with whom it answers. */
function callOut(answered: CommentView, top: CommentView, me: Author): CommentBody | undefined {
  const author = authorOf(answered);
  if (!author || answered.id === top.id || author.id === me.id) return undefined;
  return {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "mention", attrs: { userId: author.id, name: author.name } },
          { type: "text", text: " " },
        ],
      },
    ],
  };
}
