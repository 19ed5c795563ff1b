/** A comment with its replies, and the place to write another. */
"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { toPlainText } from "@/lib/threads/body";
import { excerptOf } from "@/lib/threads/excerpt";
import type { CommentNode } from "@/lib/threads/pages";
import { deepest, depthOf } from "@/lib/threads/place";
import type { CommentView, ShownComment } from "@/lib/threads/schema";
import { ActionLink } from "./Actions";
import { CommentItem } from "./CommentItem";
import classes from "./CommentTree.module.css";
import { Composer } from "./Composer";
import { draftKey, type KeptQuote, keepDraft, keepQuote, readDraft, readQuote } from "./drafts";
import { OutgoingItem } from "./OutgoingItem";
import type { Part } from "./part";
import { Quote } from "./Quote";
import { useThread } from "./thread-context";

interface Props {
  node: CommentNode;
}

type Replying = "no" | "plainly" | KeptQuote;

export function CommentTree({ node: { comment, replies } }: Props) {
  const { canComment, outgoingUnder } = useThread();
  const [replying, setReplying] = useState<Replying>("no");
  const place = useRef<HTMLDivElement>(null);
  const reply = useCallback(() => setReplying((before) => (before === "no" ? "plainly" : before)), []);
  const quote = useCallback((part: Part | null) => setReplying({ part }), []);
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
            quoting={replying === "plainly" ? null : replying}
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
  /** What the reader chose to quote; null when they began to reply plainly, perhaps to go on with a kept draft. */
  quoting: KeptQuote | null;
  onClose: () => void;
}

function Reply({ to, quoting, onClose }: ReplyProps) {
  const { people, outbox, post, onWriting, onTyping } = useThread();
  const key = draftKey(outbox, `reply-${to.id}`);
  const name = to.kind === "comment" && to.author ? to.author.name : "this comment";
  const close = () => {
    onWriting(false);
    onTyping(false);
    onClose();
  };
  const { kept, forget } = useKeptQuote(key, quoting);
  const quote = kept && to.kind === "comment" ? quoteOf(to, kept) : null;
  return (
    <>
      {quote && (
        <>
          <Quote quote={quote} />
          <ActionLink onClick={forget}>Don’t quote</ActionLink>
        </>
      )}
      <Composer
        label={`Reply to ${name}`}
        placeholder="Write a reply…"
        submitName="Reply"
        draftKey={key}
        people={people}
        autoFocus
        onSubmit={(body) => {
          keepDraft(key, null);
          forget();
          post(body, { parentId: to.id, quotedId: quote?.id ?? null, quotedPart: (quote && kept?.part) ?? null });
          close();
        }}
        onCancel={close}
        onWriting={onWriting}
        onTyping={onTyping}
      />
    </>
  );
}

/** What the reply quotes: what was chosen now, or with the draft that this device keeps. It is kept with the draft. */
function useKeptQuote(key: string, chosen: KeptQuote | null) {
  const [kept, setKept] = useState(() => chosen ?? (readDraft(key) ? readQuote(key) : null));
  const [before, setBefore] = useState(chosen);
  if (chosen !== before) {
    setBefore(chosen);
    if (chosen) setKept(chosen);
  }
  useEffect(() => keepQuote(key, kept), [key, kept]);
  const forget = () => {
    // At once: a reply that was posted doesn't stand here any more when effects run.
    keepQuote(key, null);
    setKept(null);
  };
  return { kept, forget };
}

function quoteOf({ id, author, body }: ShownComment, { part }: KeptQuote) {
  const text = toPlainText(body);
  return { id, words: { author, excerpt: excerptOf(part ? text.slice(part.start, part.end) : text) } };
}
