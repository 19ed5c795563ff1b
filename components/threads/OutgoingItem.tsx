/** A comment that the server doesn't have yet: on its way, or with the reason why it came back and what to do. */
"use client";

import { Text } from "@mantine/core";
import { ActionLink, Actions } from "./Actions";
import { CommentBody } from "./CommentBody";
import { CommentFrame } from "./CommentFrame";
import { type OutgoingComment, removeOutgoing } from "./outbox";
import { useThread } from "./thread-context";

export function OutgoingItem({ comment }: { comment: OutgoingComment }) {
  const { me, outbox, retry } = useThread();
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
            <ActionLink onClick={() => retry(comment)}>Try again</ActionLink>
            <ActionLink onClick={() => removeOutgoing(outbox, comment.id)}>Throw away</ActionLink>
          </Actions>
        </div>
      )}
    </CommentFrame>
  );
}
