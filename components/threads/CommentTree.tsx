/** A comment with its replies, and the place to write another. */
"use client";

import { useCallback, useRef, useState } from "react";
import type { CommentNode } from "@/lib/threads/pages";
import { deepest, depthOf } from "@/lib/threads/place";
import type { CommentView } from "@/lib/threads/schema";
import { CommentItem } from "./CommentItem";
import classes from "./CommentTree.module.css";
import { Composer } from "./Composer";
import { draftKey, keepDraft } from "./drafts";
import { OutgoingItem } from "./OutgoingItem";
import { useThread } from "./thread-context";

interface Props {
  node: CommentNode;
}

export function CommentTree({ node: { comment, replies } }: Props) {
  const { canComment, outgoingUnder } = useThread();
  const [isReplying, setReplying] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const reply = useCallback(() => setReplying(true), []);
  const outgoing = outgoingUnder(comment.id);
  // Replies beyond the last level stand beside what they answer, so what is being written there stands beside it too.
  const isDeepest = depthOf(comment.place) === deepest;
  const below = (
    <>
      {outgoing.map((each) => (
        <li key={each.id}>
          <OutgoingItem comment={each} />
        </li>
      ))}
      {isReplying && (
        <li>
          <Reply
            to={comment}
            onClose={() => {
              setReplying(false);
              place.current?.focus();
            }}
          />
        </li>
      )}
    </>
  );
  const hasBelow = replies.length > 0 || outgoing.length > 0 || isReplying;

  return (
    <div ref={place} tabIndex={-1} className={classes.tree}>
      <CommentItem comment={comment} onReply={canComment ? reply : undefined} />
      {hasBelow && (
        <ul className={classes.replies} data-beside={isDeepest || undefined} aria-label="Replies">
          {replies.map((node) => (
            <li key={node.comment.id}>
              <CommentTree node={node} />
            </li>
          ))}
          {below}
        </ul>
      )}
    </div>
  );
}

function Reply({ to, onClose }: { to: CommentView; onClose: () => void }) {
  const { people, outbox, post, onWriting } = useThread();
  const key = draftKey(outbox, `reply-${to.id}`);
  const name = to.kind === "comment" && to.author ? to.author.name : "this comment";
  const close = () => {
    onWriting(false);
    onClose();
  };
  return (
    <Composer
      label={`Reply to ${name}`}
      placeholder="Write a reply…"
      submitName="Reply"
      draftKey={key}
      people={people}
      autoFocus
      onSubmit={(body) => {
        keepDraft(key, null);
        post(body, to.id);
        close();
      }}
      onCancel={close}
      onWriting={onWriting}
    />
  );
}
