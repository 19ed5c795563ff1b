/** Changes how a thread stands: resolved or open, followed or muted. */
"use client";

import { useMutation } from "@tanstack/react-query";
import { toastError } from "@/components/shell/toast";
import { call } from "@/lib/http/call";
import * as endpoints from "@/lib/threads/endpoints";
import type { Attention, ThreadState } from "@/lib/threads/schema";

/**
 * @param onChanged asks the server anew how the thread stands
 */
export function useThreadState(threadId: string, state: ThreadState, onChanged: () => Promise<void>) {
  const params = { threadId };
  const resolving = useMutation({
    mutationFn: (resolved: boolean) => call(endpoints.setResolved, { params, body: { resolved } }),
    onSuccess: onChanged,
    onError: toastError,
  });
  const choosing = useMutation({
    mutationFn: (attention: Attention) => call(endpoints.setAttention, { params, body: { attention } }),
    onSuccess: onChanged,
    onError: toastError,
  });
  return {
    // What was chosen shows while it is on its way.
    attention: choosing.isPending ? choosing.variables : state.attention,
    chooseAttention: choosing.mutate,
    setResolved: resolving.mutate,
    isResolving: resolving.isPending,
  };
}
