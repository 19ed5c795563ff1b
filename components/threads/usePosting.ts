/** Sends comments: each shows at once as on its way, and comes back with a reason when the server didn't take it. */
"use client";

import { useCallback } from "react";
import { AppError } from "@/lib/errors";
import { call } from "@/lib/http/call";
import type { CommentBody } from "@/lib/threads/body";
import * as endpoints from "@/lib/threads/endpoints";
import { namedBy } from "@/lib/threads/subject";
import { type OutgoingComment, putOutgoing, type Relation, removeOutgoing } from "./outbox";
import { reasonOf } from "./reason";
import type { DiscussionPlace, useDiscussion } from "./useDiscussion";

/**
 * @param outbox names the discussion among this device's outboxes
 */
export function usePosting(
  { articleId, subject }: DiscussionPlace,
  outbox: string,
  { threadId, state, show, refresh }: ReturnType<typeof useDiscussion>,
) {
  const send = useCallback(
    async ({
      id,
      parentId,
      quotedId,
      quotedPart,
      body,
      at,
    }: Pick<OutgoingComment, "id" | keyof Relation | "body" | "at">) => {
      const waiting = { id, parentId, quotedId, quotedPart, body, at };
      putOutgoing(outbox, { ...waiting, state: "sending" });
      try {
        const posted = threadId
          ? await call(endpoints.postComment, {
              params: { threadId },
              body: {
                id,
                body,
                parentId: parentId ?? undefined,
                quotedId: quotedId ?? undefined,
                quotedPart: quotedPart ?? undefined,
              },
            })
          : await call(endpoints.startThread, { params: { articleId }, body: { id, body, ...namedBy(subject) } });
        show(posted.comment);
        removeOutgoing(outbox, id);
        // Whoever speaks in a thread follows it from then on.
        if (state?.attention !== "followed") await refresh();
      } catch (error) {
        const isRefused = error instanceof AppError && error.code === "invalid-input";
        putOutgoing(outbox, { ...waiting, state: "failed", reason: reasonOf(error), isRefused });
      }
    },
    [articleId, subject, outbox, threadId, state, show, refresh],
  );

  /** Posts new words; the text is in the outbox from here on. */
  const post = useCallback(
    (body: CommentBody, relation: Relation) => send({ id: crypto.randomUUID(), ...relation, body, at: Date.now() }),
    [send],
  );

  return { post, send };
}
