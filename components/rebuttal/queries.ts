/** The server data that a rebuttal's screens show, and its changes. */
"use client";

import { type UseMutationResult, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { toastError } from "@/components/shell/toast";
import type { AppError } from "@/lib/errors";
import { listHighlights } from "@/lib/highlights/endpoints";
import { call } from "@/lib/http/call";
import {
  listRebuttals,
  type Passage,
  type Rebuttal,
  type RebuttalSummary,
  readRebuttal,
} from "@/lib/rebuttal/endpoints";

const rebuttalKey = (rebuttalId: string) => ["rebuttal", rebuttalId];

/** One rebuttal, as the page brought it and then as the server has it. */
export function useRebuttal(initial: Rebuttal) {
  const params = { rebuttalId: initial.id };
  return useQuery({
    queryKey: rebuttalKey(initial.id),
    queryFn: ({ signal }) => call(readRebuttal, { params, signal }),
    initialData: initial,
  });
}

/** Reads the rebuttal again. */
export function useRefreshRebuttal(rebuttalId: string): () => void {
  const queries = useQueryClient();
  return useCallback(
    () => void queries.invalidateQueries({ queryKey: rebuttalKey(rebuttalId) }),
    [queries, rebuttalId],
  );
}

/** A change that answers with the rebuttal as it then is. When it fails, the screen shows what the server has instead. */
export function useRebuttalChange<Input>(
  rebuttalId: string,
  change: (input: Input) => Promise<Rebuttal>,
): UseMutationResult<Rebuttal, Error, Input> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (rebuttal) => queries.setQueryData(rebuttalKey(rebuttalId), rebuttal),
    onError: (error: Error | AppError) => {
      toastError(error);
      void queries.invalidateQueries({ queryKey: rebuttalKey(rebuttalId) });
    },
  });
}

/** The article's rebuttals. */
export function useRebuttals(articleId: string, initial: RebuttalSummary[]) {
  return useQuery({
    queryKey: ["rebuttals", articleId],
    queryFn: async ({ signal }) => (await call(listRebuttals, { params: { articleId }, signal })).rebuttals,
    initialData: initial,
  });
}

const passagesKey = (articleId: string) => ["passages", articleId];

/** The passages highlighted on the article, in its order. */
export function usePassageList(articleId: string, initial: Passage[]) {
  return useQuery({
    queryKey: passagesKey(articleId),
    queryFn: async ({ signal }): Promise<Passage[]> => {
      const { highlights } = await call(listHighlights, { params: { articleId }, signal });
      return highlights.map(({ id, exact, label, start }) => ({ highlightId: id, quote: exact, label, start }));
    },
    initialData: initial,
  });
}

/** Reads the passages again: people highlight while others write. */
export function useRefreshPassages(articleId: string): () => void {
  const queries = useQueryClient();
  return useCallback(() => void queries.invalidateQueries({ queryKey: passagesKey(articleId) }), [queries, articleId]);
}
