/** Gives a comment a wordless answer, or takes it back. */
"use client";

import { useMutation } from "@tanstack/react-query";
import { toastError } from "@/components/shell/toast";
import { call } from "@/lib/http/call";
import * as endpoints from "@/lib/threads/endpoints";
import type { ReactionKind } from "@/lib/threads/schema";
import { useThread } from "./thread-context";

export function useReaction(commentId: string): (kind: ReactionKind, isSet: boolean) => void {
  const { show } = useThread();
  const { mutate } = useMutation({
    mutationFn: ({ kind, isSet }: { kind: ReactionKind; isSet: boolean }) =>
      call(isSet ? endpoints.react : endpoints.takeReactionBack, { params: { commentId, kind } }),
    onSuccess: show,
    onError: toastError,
  });
  return (kind, isSet) => mutate({ kind, isSet });
}
