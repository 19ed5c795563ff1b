/** A comment with its replies, and the place to write another. */
"use client";

import { useCallback, useRef, useState } from "react";
import { toPlainText } from "@/lib/threads/body";
import { excerptOf } from "@/lib/threads/excerpt";
import type { CommentNode } from "@/lib/threads/pages";
import { deepest, depthOf } from "@/lib/threads/place";
import type { CommentView, ShownComment } from "@/lib/threads/schema";
import { CommentItem } from "./CommentItem";
import classes from "./CommentTree.module.css";
import { Composer } from "./Composer";
import { draftKey, keepDraft } from "./drafts";
import { OutgoingItem } from "./OutgoingItem";
import { Quote } from "./Quote";
import { useThread } from "./thread-context";

interface Props {
  node: CommentNode;
}

export function CommentTree({ node: { comment, replies } }: Props) {
  const { canComment, outgoingUnder } = useThread();
  const [replying, setReplying] = useState<"no" | "plainly" | "quoting">("no");
  const place = useRef<HTMLDivElement>(null);
  const reply = useCallback(() => setReplying("plainly"), []);
  const quote = useCallback(() => setReplying("quoting"), []);
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
      {replying !== "no" && (
        <li>
          <Reply
            to={comment}
            isQuoting={replying === "quoting"}
            onClose={() => {
              setReplying("no");
              place.current?.focus();
            }}
          />
        </li>
      )}
    </>
  );
  const hasBelow = replies.length > 0 || outgoing.length > 0 || replying !== "no";

  return (
    <div ref={place} tabIndex={-1} className={classes.tree}>
      <CommentItem
        comment={comment}
        onReply={canComment ? reply : undefined}
        onQuote={canComment ? quote : undefined}
      />
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

interface ReplyProps {
  to: CommentView;
  isQuoting: boolean;
  onClose: () => void;
}

function Reply({ to, isQuoting, onClose }: ReplyProps) {
  const { people, outbox, post, onWriting, onTyping } = useThread();
  const key = draftKey(outbox, `reply-${to.id}`);
  const name = to.kind === "comment" && to.author ? to.author.name : "this comment";
  const close = () => {
    onWriting(false);
    onTyping(false);
    onClose();
  };
  const quote = isQuoting && to.kind === "comment" ? quoteOf(to) : null;
  return (
    <>
      {quote && <Quote quote={quote} />}
      <Composer
        label={`Reply to ${name}`}
        placeholder="Write a reply…"
        submitName="Reply"
        draftKey={key}
        people={people}
        autoFocus
        onSubmit={(body) => {
          keepDraft(key, null);
          post(body, { parentId: to.id, quotedId: quote?.id ?? null });
          close();
        }}
        onCancel={close}
        onWriting={onWriting}
        onTyping={onTyping}
      />
    </>
  );
}

const quoteOf = ({ id, author, body }: ShownComment) => ({
  id,
  words: { author, excerpt: excerptOf(toPlainText(body)) },
});
