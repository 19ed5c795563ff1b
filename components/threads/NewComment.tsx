/** Where one writes a top-level comment: an empty field again once it is posted. */
"use client";

import { useState, useSyncExternalStore } from "react";
import { Composer } from "./Composer";
import { draftKey, keepDraft } from "./drafts";
import classes from "./NewComment.module.css";
import { useThread } from "./thread-context";

const subscribeToNothing = () => () => undefined;

export function NewComment({ autoFocus }: { autoFocus: boolean | undefined }) {
  const { outbox, people, post, onWriting, onTyping } = useThread();
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
        onTyping(false);
        setPosted(posted + 1);
        post(body, { parentId: null, quotedId: null, quotedPart: null });
      }}
      onWriting={onWriting}
      onTyping={onTyping}
    />
  );
}
