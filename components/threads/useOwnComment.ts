/** What an author does with their own comment: the screen changes at once, and changes back when the server says no. */
"use client";

import { useMutation } from "@tanstack/react-query";
import { toastError } from "@/components/shell/toast";
import { call } from "@/lib/http/call";
import type { CommentBody } from "@/lib/threads/body";
import * as endpoints from "@/lib/threads/endpoints";
import type { CommentView, Tombstone } from "@/lib/threads/schema";
import { restoreWindow } from "@/lib/threads/visibility";
import { draftKey, keepDraft } from "./drafts";
import { reasonOf } from "./reason";
import { useThread } from "./thread-context";

export function useOwnComment(comment: CommentView) {
  const { id, parentId, place, answers, createdAt } = comment;
  const { show, refreshComment, refresh, outbox } = useThread();
  const params = { commentId: id };
  /** The screen has shown what didn't happen: the server's answer corrects it. */
  const takeBack = (error: Error) => {
    toastError(error);
    refreshComment(id).catch(refresh);
  };

  const editing = useMutation({
    mutationFn: (body: CommentBody) => call(endpoints.editComment, { params, body: { body } }),
    onSuccess: (changed) => {
      keepDraft(draftKey(outbox, `edit-${id}`), null);
      show(changed);
    },
  });
  const deleting = useMutation({
    mutationFn: () => call(endpoints.deleteComment, { params }),
    onMutate: () => {
      const restorableUntil = new Date(Date.now() + restoreWindow).toISOString();
      return show({
        kind: "tombstone",
        id,
        parentId,
        place,
        answers,
        createdAt,
        cause: "author",
        own: true,
        restorableUntil,
      } satisfies Tombstone);
    },
    onError: takeBack,
  });
  const restoring = useMutation({
    mutationFn: () => call(endpoints.restoreComment, { params }),
    onSuccess: show,
    onError: takeBack,
  });

  return {
    edit: {
      isPending: editing.isPending,
      reason: editing.error && reasonOf(editing.error),
      reset: editing.reset,
      /** `onSaved` is called when the server has the new words. */
      save: (body: CommentBody, onSaved: () => void) => editing.mutate(body, { onSuccess: onSaved }),
    },
    remove: () => deleting.mutate(),
    restore: () => restoring.mutate(),
  };
}
