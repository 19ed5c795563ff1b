/** A comment that the server doesn't have yet: on its way, or with the reason why it came back and what to do. */
"use client";

import { Text } from "@mantine/core";
import { useState } from "react";
import { ActionLink, Actions } from "./Actions";
import { CommentBody } from "./CommentBody";
import { CommentFrame } from "./CommentFrame";
import { Composer } from "./Composer";
import { draftKey, keepDraft } from "./drafts";
import { type OutgoingComment, removeOutgoing } from "./outbox";
import { useThread } from "./thread-context";

export function OutgoingItem({ comment }: { comment: OutgoingComment }) {
  const { me, outbox, people, retry } = useThread();
  const [isChanging, setChanging] = useState(false);
  const key = draftKey(outbox, `edit-${comment.id}`);
  if (isChanging)
    return (
      <CommentFrame author={me} at={comment.at}>
        <Composer
          label="Change your comment"
          placeholder=""
          submitName="Post"
          draftKey={key}
          initial={comment.body}
          people={people}
          autoFocus
          onSubmit={(body) => {
            keepDraft(key, null);
            setChanging(false);
            retry({ ...comment, body });
          }}
          onCancel={() => setChanging(false)}
        />
      </CommentFrame>
    );
  return (
    <CommentFrame author={me} at={comment.at} isFaint={comment.state === "sending"}>
      <CommentBody body={comment.body} meId={me.id} />
      {comment.state === "sending" ? (
        <Text size="xs" c="dimmed">
          Posting…
        </Text>
      ) : (
        <div role="alert">
          <Text size="xs" c="red">
            Not posted. {comment.reason}
          </Text>
          <Actions>
            {comment.isRefused && <ActionLink onClick={() => setChanging(true)}>Change it</ActionLink>}
            <ActionLink onClick={() => retry(comment)}>Try again</ActionLink>
            <ActionLink onClick={() => removeOutgoing(outbox, comment.id)}>Throw away</ActionLink>
          </Actions>
        </div>
      )}
    </CommentFrame>
  );
}
