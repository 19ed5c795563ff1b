/** The cache of what parts of a page ask the server for, around the pages that ask: the room's first load does without. */
"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { AppError } from "@/lib/errors";

/** Trying again only helps when the server was out of reach or failed by itself. */
function retry(failures: number, error: Error): boolean {
  return failures < 2 && (!(error instanceof AppError) || error.status >= 500);
}

const newCache = () => new QueryClient({ defaultOptions: { queries: { retry, staleTime: 30_000 } } });

/** The tab's one cache. On the server each page has its own, since it serves many people. */
let ofThisTab: QueryClient | null = null;

function cacheHere(): QueryClient {
  if (typeof window === "undefined") return newCache();
  ofThisTab ??= newCache();
  return ofThisTab;
}

export function ServerData({ children }: { children: ReactNode }) {
  const [cache] = useState(cacheHere);
  return <QueryClientProvider client={cache}>{children}</QueryClientProvider>;
}
