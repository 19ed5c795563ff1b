/** The comments that show, each with its replies, and those on their way. */
"use client";

import { useMemo } from "react";
import { nest } from "@/lib/threads/pages";
import type { CommentView } from "@/lib/threads/schema";
import classes from "./CommentList.module.css";
import { CommentTree } from "./CommentTree";
import { OutgoingItem } from "./OutgoingItem";
import { useThread } from "./thread-context";

/** From so many comments on the browser leaves out what isn't on the screen. */
const long = 60;

export function CommentList({ comments }: { comments: readonly CommentView[] }) {
  const { outgoingUnder } = useThread();
  const nodes = useMemo(() => nest(comments), [comments]);
  return (
    <ol className={classes.list} data-long={comments.length > long || undefined}>
      {nodes.map((node) => (
        <li key={node.comment.id}>
          <CommentTree node={node} />
        </li>
      ))}
      {outgoingUnder(null).map((comment) => (
        <li key={comment.id}>
          <OutgoingItem comment={comment} />
        </li>
      ))}
    </ol>
  );
}
